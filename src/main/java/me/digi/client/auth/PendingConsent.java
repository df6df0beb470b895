package me.digi.client.auth;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.JsonObject;
import me.digi.client.internal.io.PendingPage;
import me.digi.client.internal.io.WhiteSpace;
import org.jspecify.annotations.Nullable;

/**
 * A user who is on a page of digi.me, from the request to the callback: where to send their browser, and what reads the
 * callback that it comes back to.
 *
 * <pre>{@code
 * PendingConsent pending = digiMe.authorize(contract).redirectUri("https://my.app/back").start();
 * session.put("consent", pending.toJson());
 * redirect(pending.url());
 *
 * // when the browser is back: removed from the session, so that it cannot be read twice
 * ConsentResult result = PendingConsent.fromJson(session.remove("consent")).read(callbackUri);
 * if (result instanceof Authorized consent) {
 *     DigiMeUser user = digiMe.signIn(contract, "user-42", consent).user();
 * }
 * }</pre>
 *
 * <p>It has the {@code state}, which ties the callback to this browser (RFC 6749, 10.12), and the code verifier (RFC 7636);
 * the library makes both. Safe for use by many threads.
 */
public final class PendingConsent {
    private static final int MAX_JSON_LENGTH = 1 << 16;

    // Transient: what makes JSON of fields passes it over.
    private final transient PendingPage page;
    private final AtomicBoolean isUsed = new AtomicBoolean();

    private PendingConsent(PendingPage page) {
        this.page = page;
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @param json from the user's session; null if there is none
     * @throws CallbackException if it is null, blank or damaged: this browser did not start what it ends
     */
    public static PendingConsent fromJson(@Nullable String json) {
        if (json == null || WhiteSpace.isBlank(json)) {
            throw new CallbackException(Problem.CONSENT_MISSING);
        }
        if (json.length() > MAX_JSON_LENGTH) {
            throw damaged("it is too long");
        }
        JsonObject members;
        try {
            members = JsonObject.parse(json);
        } catch (JsonException namesMembers) {
            throw damaged("it is not a JSON object");
        }
        try {
            return new PendingConsent(PendingPage.read(members));
        } catch (JsonException wrong) {
            throw damaged(wrong.getMessage());
        }
    }

    private static CallbackException damaged(@Nullable String detail) {
        return new CallbackException(Problem.CONSENT_DAMAGED, detail);
    }

    /** The page to send the user's browser to. Its query is a secret until the user has been there. */
    public URI url() {
        return page.url();
    }

    /** As JSON, to be kept in the user's session on the server until the browser is back. This text is a secret. */
    public String toJson() {
        return page.toJson();
    }

    /**
     * Reads the callback of {@code authorize} or {@code reauthorize}, and checks that it belongs to this request. Anything in
     * doubt is an exception, and never an authorization; a success is returned once.
     *
     * <p>A refusal may come without {@code state} (digi.me leaves it out at times), so anyone could have sent it: show it,
     * but do not throw away what the user has.
     *
     * @param uriOrQuery the callback's whole URI, or its query as it came, with or without the question mark; not decoded.
     *     A fragment is ignored
     * @throws CallbackException if a parameter is missing, repeated, wrong, badly encoded or contradicts another, if this
     *     was read before, or if the user was on one of the pages about their accounts
     */
    public ConsentResult read(@Nullable String uriOrQuery) {
        require(page.kind().hasCode());
        ConsentResult result = CallbackReader.consent(page, uriOrQuery);
        if (result instanceof Authorized) {
            use();
        }
        return result;
    }

    /** As {@link #read(String)}, from the callback's whole URI. */
    public ConsentResult read(@Nullable URI uri) {
        return read(uri == null ? null : uri.toString());
    }

    /**
     * Reads the callback of one of the pages about a user's accounts: {@code onboard}, {@code reauthorizeAccount} or
     * {@code revokeAccountPermission}. All else is as for {@link #read(String)}; only {@code onboard} has a {@code state}
     * to check.
     *
     * @throws CallbackException as {@link #read(String)} does, and if the user was on a page for consenting
     */
    public AccountResult readAccount(@Nullable String uriOrQuery) {
        require(!page.kind().hasCode());
        AccountResult result = CallbackReader.account(page, uriOrQuery);
        if (result instanceof Completed) {
            use();
        }
        return result;
    }

    /** As {@link #readAccount(String)}, from the callback's whole URI. */
    public AccountResult readAccount(@Nullable URI uri) {
        return readAccount(uri == null ? null : uri.toString());
    }

    private static void require(boolean isOfThisPage) {
        if (!isOfThisPage) {
            throw new CallbackException(Problem.OTHER_PAGE);
        }
    }

    private void use() {
        if (!isUsed.compareAndSet(false, true)) {
            throw new CallbackException(Problem.CONSENT_USED);
        }
    }

    /** Shows the URL up to its query. */
    @Override
    public String toString() {
        return "PendingConsent[url=" + url().toString().split("[?#]", 2)[0] + "?***]";
    }
}
