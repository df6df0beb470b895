package me.digi.client.sandbox.internal.state;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A consent that a page asks a user for. The URL of the page has the code. */
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

    /** The user who is asked, or has consented; null while a new user has not. */
    public @Nullable User user() {
        return newUser == null ? terms.user() : newUser;
    }

    /** Sets the new user who has consented. */
    public void user(User created) {
        newUser = created;
    }

    /** The known user who is asked. */
    public User knownUser() {
        User user = terms.user();
        if (user == null) {
            throw new IllegalStateException(purpose + " needs a known user");
        }
        return user;
    }

    /** The account that it is about. */
    public String subject() {
        String subject = terms.subject();
        if (subject == null) {
            throw new IllegalStateException(purpose + " is about an account");
        }
        return subject;
    }

    public Session session() {
        return session;
    }

    /** Whether the user can still decide: once, until the session expires. */
    public boolean isOpen(Instant now) {
        return decision == null && now.isBefore(session.expiresAt());
    }

    /** Returns a new name for the forms of the page, which distinguishes decisions on it from those on another. */
    public String show() {
        return String.valueOf(++shown);
    }

    /** Returns the callback if the user decided on the page of that name; otherwise null. */
    public @Nullable URI callbackOf(@Nullable String transaction) {
        return decision == null || transaction == null || !transaction.equals(decision.transaction())
                ? null
                : decision.callback();
    }

    public void decide(@Nullable String transaction, URI callback) {
        decision = new Decision(transaction, callback);
    }

    /** What the page asks for. */
    public enum Purpose {
        /** Access to data. */
        AUTHORIZE,
        /** To renew an access. */
        REAUTHORIZE_USER,
        /** To add an account, or to authorize one again. */
        ACCOUNT,
        /** To revoke digi.me's access to an account. */
        REVOKE_ACCOUNT
    }

    /**
     * The application's request.
     *
     * @param state returned in the callback; may be null
     * @param codeChallenge null if no authorization code is issued
     * @param user the known user; null for a new one
     * @param subject the account that it is about, or null
     * @param plan what the session reads after consent
     */
    public record Terms(
            String redirectUri,
            @Nullable String state,
            @Nullable String codeChallenge,
            @Nullable User user,
            @Nullable String subject,
            SessionPlan plan) {}

    /** The session that starts with the consent. */
    public record Session(String key, Instant expiresAt) {}

    /** The callback, and the forms that decided. */
    private record Decision(@Nullable String transaction, URI callback) {}
}
