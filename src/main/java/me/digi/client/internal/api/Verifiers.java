package me.digi.client.internal.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.crypto.Pkce;
import me.digi.client.internal.crypto.RandomStrings;
import org.jspecify.annotations.Nullable;

/** A code verifier for each time that a request is sent, of which the last one counts. */
final class Verifiers {
    private final RandomStrings random;
    private volatile @Nullable Pkce latest;

    Verifiers(RandomStrings random) {
        this.random = random;
    }

    /** The claims, and those of a new challenge. */
    Map<String, String> addTo(Map<String, String> claims) {
        Pkce pkce = Pkce.create(random);
        latest = pkce;
        Map<String, String> all = new HashMap<>(claims);
        all.put("code_challenge", pkce.codeChallenge());
        all.put("code_challenge_method", "S256");
        return all;
    }

    /** The verifier whose challenge was sent last, and got a response. */
    String latest() {
        return Objects.requireNonNull(latest, "nothing was sent").codeVerifier();
    }
}
