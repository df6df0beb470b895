package me.digi.client;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import me.digi.client.auth.AccountReauthorizationRequest;
import me.digi.client.auth.OnboardRequest;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.content.Content;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.error.ReauthorizationRequiredException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.push.ProviderStandard;
import me.digi.client.push.PushDescriptor;
import me.digi.client.read.Account;
import me.digi.client.read.ReadOptions;
import me.digi.client.read.Session;
import me.digi.client.read.SessionFiles;
import me.digi.client.read.SessionOptions;
import me.digi.client.report.PortabilityReport;
import me.digi.client.storage.Storage;

/**
 * A user who has consented to a contract, and whose token looks after itself: it is refreshed ahead of its expiry, or
 * when digi.me refuses it, once however many calls are under way; each new pair is in the token store before it is used.
 *
 * <p>When digi.me refuses the refresh token too, calls throw {@link ReauthorizationRequiredException}: the user has to
 * consent again. When the store cannot take a new pair, the call that needed it throws {@link TokenStoreException} with
 * the pair; the pair is used from memory, and storing is tried again.
 *
 * <p>Get one from {@link DigiMe#signIn} for a user who has just consented, and from {@link DigiMe#user} ever after; it is
 * cheap, and two of the same user share all state. Safe for use by many threads.
 */
public interface DigiMeUser {
    /** The newest token that this client knows of. */
    UserAccessToken token();

    /**
     * Refreshes the token now, or waits for the refresh that is under way.
     *
     * @throws TokenStoreException if there is a new pair, and the store could not take it
     */
    RefreshResult refresh();

    /** Answers "why was this user logged out?", from the store and from what this client has seen. No secrets. */
    TokenStatus tokenStatus();

    /** The user's accounts with the services from which their data comes. */
    List<Account> accounts();

    /** Prepares a link that sends the user to add another source. */
    OnboardRequest onboard();

    /**
     * Prepares a link that sends the user to give access to an account again, when an error of the account asks for it.
     */
    AccountReauthorizationRequest reauthorizeAccount(String accountId);

    /**
     * A page to send the user to, where they revoke the access to an account at its service. What the callback then
     * receives is for {@link me.digi.client.auth.RevocationResult#fromCallback(String)} to read.
     *
     * @param redirectUri where the user's browser comes back to; it must be registered in the contract
     */
    URI revokeAccountPermission(String accountId, URI redirectUri);

    /** Deletes an account of the user, with its data. */
    void deleteAccount(String accountId);

    /**
     * Deletes the user at digi.me, with all accounts and data, and their token in the store. Calls on this user fail with
     * {@link me.digi.client.error.GrantNotFoundException} from then on.
     */
    void delete();

    /** Opens a session that reads all that the contract allows; otherwise as {@link #readSession(SessionOptions)}. */
    Session readSession();

    /**
     * Opens a session, for which digi.me begins to fetch the user's data. Sent once, and never by itself again: a
     * contract may be for a single read.
     */
    Session readSession(SessionOptions options);

    /** The files of a session, within {@linkplain ReadOptions#defaults() generous bounds}. */
    SessionFiles files(Session session);

    /** The files of a session, within these bounds. */
    SessionFiles files(Session session, ReadOptions options);

    /**
     * Pushes a file into the user's library. The content is streamed. If it can be read only once, it is sent once: the
     * token is refreshed before it is touched, and what fails after that is not tried again.
     */
    void push(PushDescriptor descriptor, Content content);

    /**
     * Pushes data to the provider behind one of the user's accounts.
     *
     * @param json a JSON object, sent as it is
     */
    void pushToProvider(String accountId, ProviderStandard standard, String json);

    /** A report of the user's data as it comes, for the caller to close. */
    InputStream portabilityReport(PortabilityReport report);

    /** The user's storage. */
    Storage storage();
}
