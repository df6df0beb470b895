package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest consents that users were asked for, by preauthorization code or reference code. */
public final class Consents {
    private final RandomText random;
    private final Map<String, Consent> byCode = new Newest<>();

    Consents(RandomText random) {
        this.random = random;
    }

    public Consent ask(Consent.Purpose purpose, Contract contract, Consent.Terms terms, Instant sessionExpiresAt) {
        Consent.Session session = new Consent.Session(random.next(24), sessionExpiresAt);
        Consent consent = new Consent(random.next(24), purpose, contract, terms, session);
        byCode.put(consent.code(), consent);
        return consent;
    }

    public @Nullable Consent byCode(String code) {
        return byCode.get(code);
    }
}
