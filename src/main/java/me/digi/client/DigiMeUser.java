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
import me.digi.client.auth.ReauthorizationRequiredException;
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
import me.digi.client.store.TokenStoreException;

/**
 * A user who has consented to a contract. The access token is refreshed before it expires or when digi.me refuses it, once
 * for all concurrent calls, and each new pair is stored before it is used. A call that fails on a refused token is
 * repeated with the new one.
 *
 * <p>If digi.me refuses the refresh token too, calls throw {@link ReauthorizationRequiredException}: the user has to consent
 * again. If a new pair cannot be stored, the call that needed it throws {@link TokenStoreException} with the pair; the
 * pair is used from memory, and saving it is retried.
 *
 * <p>Returned by {@link DigiMe#signIn} for a user who has just consented, and by {@link DigiMe#user} from then on. Cheap
 * to create; all instances of one user share their state. Safe for use by many threads.
 */
public interface DigiMeUser {
    /**
     * The same user with another timeout for each call: 5 seconds for what a web page waits for, an hour for a large push. It
     * takes the place of {@link DigiMe.Builder#callTimeout}, and bounds the whole call: the wait for a refresh, all retries
     * and pauses, but not the content of a file. A refresh that a call stopped waiting for goes on. Cheap: the two share
     * everything else.
     *
     * <pre>{@code
     * List<Account> accounts = user.withCallTimeout(Duration.ofSeconds(5)).listAccounts();
     * }</pre>
     *
     * @param timeout from a millisecond to a day
     */
    DigiMeUser withCallTimeout(Duration timeout);

    /** Loads the newest token pair, from the store if that was last read 30 seconds ago or more. Does not refresh. */
    UserAccessToken loadToken();

    /**
     * Refreshes the token now, or waits for the refresh that is under way.
     *
     * @throws TokenStoreException if the store fails; it has the new pair if there is one
     */
    RefreshResult refresh();

    /** Loads the state of the token from the store, and why the last refresh failed. Contains no secrets. */
    TokenStatus loadTokenStatus();

    /** Lists the user's accounts at the services that their data comes from. */
    List<Account> listAccounts();

    /**
     * Prepares a request that sends the user to consent again, after {@link ReauthorizationRequiredException} or a refresh
     * that returned {@link RefreshResult.Reauthorize}. The stored token goes along, so the user keeps their library;
     * {@link DigiMe#signIn} stores the new pair in the place of the old one. If digi.me no longer knows the token,
     * {@code start()} throws {@link me.digi.client.error.UnknownTokenException}: authorize anew.
     */
    ReauthorizationRequest reauthorize();

    /** Prepares a request that sends the user to add another source. */
    OnboardRequest onboard();

    /**
     * Prepares a request that sends the user to renew the access to an account, when the account's error asks for it.
     */
    AccountReauthorizationRequest reauthorizeAccount(String accountId);

    /**
     * Requests the page where the user revokes the access to an account at its service.
     * {@link PendingConsent#readAccount(String)} reads the callback.
     *
     * @param redirectUri where the browser returns to; must be registered in the contract
     */
    PendingConsent revokeAccountPermission(String accountId, URI redirectUri);

    /** Deletes an account of the user, with its data. */
    void deleteAccount(String accountId);

    /**
     * Logs the user out: deletes the stored token pair, and leaves the user and their data at digi.me as they are. Later calls
     * throw {@link me.digi.client.store.GrantNotFoundException}; other clients notice within 30 seconds. A refresh that is
     * under way ends with the same exception, which has the new pair, and does not store it. Only
     * {@link DigiMe#signIn} and {@link DigiMe#takeOver} store the user again.
     *
     * <p>Does not load the record, so it also removes one that is damaged. Does nothing if there is none.
     *
     * @throws TokenStoreException if the store fails: the pair may still be stored and in use; call it again
     */
    void forget();

    /**
     * Deletes the user at digi.me, with all accounts and data, and then {@linkplain #forget() forgets} the token pair. If
     * digi.me refuses the pair, nothing can be deleted there, and it is only forgotten: the result says so.
     *
     * <p>If the call fails in any other way, the pair stays stored and the call can be made again, also if its response was
     * lost. If the user was deleted by then, the result of the second call is {@code OnlyForgotten}.
     *
     * @throws TokenStoreException if the store fails. If its operation is {@code DELETE}, digi.me was called, and only
     *     {@link #forget()} is left to do
     * @throws me.digi.client.store.GrantNotFoundException if no token pair is stored
     */
    DeleteResult delete();

    /** {@link #startSession(SessionOptions)} for all that the contract allows. */
    Session startSession();

    /**
     * Starts a session to read with, for which digi.me starts to fetch the user's data. The request is retried after HTTP 502 and 503, and
     * not if it is sent and its response is lost: a contract may allow a single read.
     */
    Session startSession(SessionOptions options);

    /** The files of a session, within the {@linkplain ReadOptions#defaults() default bounds}. */
    SessionFiles files(Session session);

    /** The files of a session, within these bounds. */
    SessionFiles files(Session session, ReadOptions options);

    /**
     * Pushes a file into the user's library. The content is streamed. If it can be read only once, a token that is about to
     * expire is refreshed first, and the call is not retried after the first byte is read.
     */
    void pushToLibrary(PushDescriptor descriptor, Content content);

    /**
     * Pushes data to the provider behind one of the user's accounts.
     *
     * @param json a JSON object, sent as it is
     */
    void pushToProvider(String accountId, ProviderStandard standard, String json);

    /** Downloads a report of the user's data, streamed; the caller closes it. */
    InputStream downloadReport(PortabilityReport report);

    /** Looks up which storage is the user's; {@link #files(Storage)} opens it. */
    Storage fetchStorage();

    /** The application's files in a storage, such as the user's: {@code user.files(user.fetchStorage())}. */
    StorageFiles files(Storage storage);
}
