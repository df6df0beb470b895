package me.digi.client.sandbox.internal.state;

import java.time.Instant;

/** The code in the callback after consent, which can be exchanged for tokens once. */
public final class AuthorizationCode {
    private final Consent consent;
    private final User user;
    private final Instant expiresAt;
    private boolean used;

    AuthorizationCode(Consent consent, User user, Instant expiresAt) {
        this.consent = consent;
        this.user = user;
        this.expiresAt = expiresAt;
    }

    public Consent consent() {
        return consent;
    }

    public User user() {
        return user;
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public boolean isUsed() {
        return used;
    }

    public void use() {
        used = true;
    }
}
