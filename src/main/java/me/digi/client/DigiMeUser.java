package me.digi.client;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import me.digi.client.auth.AccountReauthorizationRequest;
import me.digi.client.auth.DeleteResult;
import me.digi.client.auth.OnboardRequest;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.ReauthorizationRequest;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.content.Content;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.push.ProviderStandard;
import me.digi.client.push.PushDescriptor;
import me.digi.client.read.Account;
import me.digi.client.read.ReadOptions;
import me.digi.client.read.Session;
import me.digi.client.read.SessionFiles;
import me.digi.client.read.SessionOptions;
import me.digi.client.report.PortabilityReport;
import me.digi.client.storage.Storage;
import me.digi.client.storage.StorageFiles;
import me.digi.client.store.ReauthorizationRequiredException;
import me.digi.client.store.TokenStoreException;

/**
 * A user who has consented to a contract. The access token is refreshed before it expires or when digi.me refuses it,
 * once for all concurrent calls; each new pair is stored before use, and the refused call is repeated with it.
 *
 * <p>If digi.me refuses the refresh token too, calls throw {@link ReauthorizationRequiredException}. If a new pair
 * cannot be stored, the call that needed it throws {@link TokenStoreException} with
 * {@linkplain TokenStoreException#unsavedToken() the pair}.
 *
 * <p>Returned by {@link DigiMe#signIn} after consent, and by {@link DigiMe#user} from then on. Cheap to create;
 * instances for the same user share state. Thread-safe.
 */
public interface DigiMeUser {
    /**
     * The same user with another {@link DigiMe.Builder#callTimeout}, such as 5 seconds for a web page or an hour for
     * a large push. A refresh that a call stopped waiting for continues. Cheap: both share everything else.
     *
     * <pre>{@code
     * List<Account> accounts = user.withCallTimeout(Duration.ofSeconds(5)).listAccounts();
     * }</pre>
     *
     * @param timeout from a millisecond to a day
     */
    DigiMeUser withCallTimeout(Duration timeout);

    /** Returns the newest token pair, read again from the store after 30 seconds. Does not refresh. */
    UserAccessToken loadToken();

    /**
     * Refreshes the token now, or waits for the refresh under way.
     *
     * @throws TokenStoreException if the store fails; it has the new pair if there is one
     */
    RefreshResult refresh();

    /** Loads the token's state from the store, and why the last refresh failed. Contains no secrets. */
    TokenStatus loadTokenStatus();

    /** Lists the user's accounts at the services their data comes from. */
    List<Account> listAccounts();

    /**
     * Prepares a request that sends the user to consent again, after {@link ReauthorizationRequiredException} or
     * {@link RefreshResult.Reauthorize}. It carries the stored token, so the user keeps their library;
     * {@link DigiMe#signIn} stores the new pair. If digi.me no longer knows the token, {@code start()} throws
     * {@link me.digi.client.error.UnknownTokenException}.
     */
    ReauthorizationRequest reauthorize();

    /** Prepares a request that sends the user to add another source. */
    OnboardRequest onboard();

    /** Prepares a request that sends the user to renew access to an account whose error asks for it. */
    AccountReauthorizationRequest reauthorizeAccount(String accountId);

    /**
     * Requests the page where the user revokes access to an account at its service.
     * {@link PendingConsent#readAccount(String)} reads the callback.
     *
     * @param redirectUri where the browser returns; must be registered in the contract
     */
    PendingConsent revokeAccountPermission(String accountId, URI redirectUri);

    /** Deletes an account and its data. */
    void deleteAccount(String accountId);

    /**
     * Logs the user out: deletes the stored token pair, but nothing at digi.me. Later calls throw
     * {@link me.digi.client.store.GrantNotFoundException}; other clients notice within 30 seconds. A refresh under
     * way ends with the same exception, which has the new pair, and does not store it. Only {@link DigiMe#signIn} and
     * {@link DigiMe#takeOver} store the user again.
     *
     * <p>Also removes a damaged record. Does nothing if there is none.
     *
     * @throws TokenStoreException if the store fails: the pair may still be stored and in use; call again
     */
    void forget();

    /**
     * Deletes the user at digi.me, with all accounts and data, then {@linkplain #forget() forgets} the token pair. If
     * digi.me refuses the pair, it is only forgotten: the result says so.
     *
     * <p>After any other failure, a lost response included, the pair stays stored and the call can be repeated. If
     * the user was already deleted, the second call returns {@link DeleteResult.OnlyForgotten}.
     *
     * @throws TokenStoreException if the store fails. With operation {@code DELETE}, digi.me was called, and only
     *     {@link #forget()} is left to do
     * @throws me.digi.client.store.GrantNotFoundException if no token pair is stored
     */
    DeleteResult delete();

    /** {@link #startSession(SessionOptions)} for all that the contract allows. */
    default Session startSession() {
        return startSession(SessionOptions.builder().build());
    }

    /**
     * Starts a read session, for which digi.me starts fetching the user's data. Retried after HTTP 502 and 503, but
     * not after a lost response: a contract may allow a single read.
     */
    Session startSession(SessionOptions options);

    /** The files of a session, within the {@linkplain ReadOptions#defaults() default bounds}. */
    default SessionFiles files(Session session) {
        return files(session, ReadOptions.defaults());
    }

    /** The files of a session, within these bounds. */
    SessionFiles files(Session session, ReadOptions options);

    /**
     * Pushes a file into the user's library, streamed. For one-shot content, a token about to expire
     * is refreshed first, and the call is not retried after the first byte is read.
     */
    void pushToLibrary(PushDescriptor descriptor, Content content);

    /**
     * Pushes data to the provider behind one of the user's accounts.
     *
     * @param json a JSON object, sent as it is
     */
    void pushToProvider(String accountId, ProviderStandard standard, String json);

    /** Downloads a report of the user's data as a stream, which the caller closes. */
    InputStream downloadReport(PortabilityReport report);

    /** Looks up the user's storage; {@link #files(Storage)} opens it. */
    Storage fetchStorage();

    /** The application's files in a storage, such as {@code user.files(user.fetchStorage())}. */
    StorageFiles files(Storage storage);
}
