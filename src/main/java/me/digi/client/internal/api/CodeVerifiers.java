package me.digi.client.internal.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.crypto.Pkce;
import me.digi.client.internal.crypto.RandomStrings;
import org.jspecify.annotations.Nullable;

/** Creates a code verifier each time a request is sent; the latest one counts. */
final class CodeVerifiers {
    private final RandomStrings random;
    private volatile @Nullable Pkce latest;

    CodeVerifiers(RandomStrings random) {
        this.random = random;
    }

    Map<String, String> addTo(Map<String, String> claims) {
        Pkce pkce = Pkce.create(random);
        latest = pkce;
        Map<String, String> all = new HashMap<>(claims);
        all.put("code_challenge", pkce.codeChallenge());
        all.put("code_challenge_method", "S256");
        return all;
    }

    /** The verifier of the last request sent. */
    String latest() {
        return Objects.requireNonNull(latest, "nothing was sent").codeVerifier();
    }
}
