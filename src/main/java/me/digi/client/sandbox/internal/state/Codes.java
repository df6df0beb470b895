package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest authorization codes, including those that were used. */
public final class Codes {
    private final RandomText random;
    private final Map<String, AuthorizationCode> byValue = new Newest<>();

    Codes(RandomText random) {
        this.random = random;
    }

    /** Issues a code, and returns its value. */
    public String issue(Consent consent, User user, Instant expiresAt) {
        String value = random.next(24);
        byValue.put(value, new AuthorizationCode(consent, user, expiresAt));
        return value;
    }

    public @Nullable AuthorizationCode byValue(String value) {
        return byValue.get(value);
    }
}
