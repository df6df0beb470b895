package me.digi.client.sandbox.internal.state;

import org.jspecify.annotations.Nullable;

/** A user's consent to a contract, and the one pair of tokens that stands for it. */
public final class Grant {
    private final User user;
    private final Contract contract;
    private final String consentId;
    private @Nullable Pair pair;
    private int issued;

    Grant(User user, Contract contract, String consentId) {
        this.user = user;
        this.contract = contract;
        this.consentId = consentId;
    }

    public User user() {
        return user;
    }

    public Contract contract() {
        return contract;
    }

    public String consentId() {
        return consentId;
    }

    /** The pair that is honoured, or null once the grant was revoked. */
    public @Nullable Pair pair() {
        return pair;
    }

    /** How many pairs were issued so far. */
    public int issued() {
        return issued;
    }

    boolean holds(IssuedToken token) {
        return pair != null && (pair.access == token || pair.refresh == token);
    }

    void replace(Pair newPair) {
        pair = newPair;
        issued++;
    }

    void revoke() {
        pair = null;
    }

    /** An access token and the refresh token beside it. */
    public record Pair(IssuedToken access, IssuedToken refresh) {}
}
