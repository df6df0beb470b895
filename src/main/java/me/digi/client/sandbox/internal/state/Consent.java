package me.digi.client.sandbox.internal.state;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something a user is asked to agree to, by a page whose address carries the code. */
public final class Consent {
    private final String code;
    private final Purpose purpose;
    private final Contract contract;
    private final Terms terms;
    private final Session session;
    private @Nullable Decision decision;
    private int shown;
    private @Nullable User newUser;

    Consent(String code, Purpose purpose, Contract contract, Terms terms, Session session) {
        this.code = code;
        this.purpose = purpose;
        this.contract = contract;
        this.terms = terms;
        this.session = session;
    }

    public String code() {
        return code;
    }

    public Purpose purpose() {
        return purpose;
    }

    public Contract contract() {
        return contract;
    }

    public Terms terms() {
        return terms;
    }

    /** The user who is asked, or has consented; null while it is a new one. */
    public @Nullable User user() {
        return newUser == null ? terms.user() : newUser;
    }

    /** A new user has consented. */
    public void user(User created) {
        newUser = created;
    }

    /** The user, where one is asked who is known. */
    public User knownUser() {
        User user = terms.user();
        if (user == null) {
            throw new IllegalStateException(purpose + " needs a known user");
        }
        return user;
    }

    /** What it is about, where it is about one thing. */
    public String subject() {
        String subject = terms.subject();
        if (subject == null) {
            throw new IllegalStateException(purpose + " is about something");
        }
        return subject;
    }

    public Session session() {
        return session;
    }

    /** Whether the user may still decide: once, and as long as the session lives. */
    public boolean isOpen(Instant now) {
        return decision == null && now.isBefore(session.expiresAt());
    }

    /** The page is shown once more: names the forms on it, so that a decision on them can be told from another one. */
    public String show() {
        return String.valueOf(++shown);
    }

    /** What was decided on the page that was shown under that name; null if nothing was, or on another one. */
    public @Nullable URI callbackOf(@Nullable String transaction) {
        return decision == null || transaction == null || !transaction.equals(decision.transaction())
                ? null
                : decision.callback();
    }

    public void decide(@Nullable String transaction, URI callback) {
        decision = new Decision(transaction, callback);
    }

    /** What the user is asked for. */
    public enum Purpose {
        /** To let the contract have data. */
        AUTHORIZE,
        /** To let it go on having data. */
        REAUTHORIZE_USER,
        /** To add an account, or to authorize one again: the user is known, and stays as they are. */
        ACCOUNT,
        /** To let digi.me have an account's data no more. */
        REVOKE_ACCOUNT
    }

    /**
     * What the application asked with.
     *
     * @param redirectUri where the browser goes when the user has decided
     * @param state what the application wants to see again there, or null
     * @param codeChallenge what the verifier must hash to, or null if there is no code to exchange
     * @param user the user who is known already, or null if a new one may come
     * @param subject the account that it is about, or null
     * @param plan what is to be read once the user has agreed
     */
    public record Terms(
            String redirectUri,
            @Nullable String state,
            @Nullable String codeChallenge,
            @Nullable User user,
            @Nullable String subject,
            SessionPlan plan) {}

    /** The session that is opened along with it. */
    public record Session(String key, Instant expiresAt) {}

    /** Where the browser was sent, from which forms. */
    private record Decision(@Nullable String transaction, URI callback) {}
}
