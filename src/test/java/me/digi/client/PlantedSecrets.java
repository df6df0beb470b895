package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.io.JsonObject;
import me.digi.client.sandbox.RecordedRequest;

/** The secrets, and everything that was printed. */
final class PlantedSecrets {
    private static final List<String> SECRET_CLAIMS = List.of("access_token", "refresh_token", "code", "code_verifier");
    private static final int FRAGMENT = 24;

    private final Set<String> secrets = new LinkedHashSet<>();
    private final List<Object> shown = new ArrayList<>();

    void plant(String secret) {
        assertThat(secret).hasSizeGreaterThan(7);
        secrets.add(secret);
    }

    void plant(UserAccessToken token) {
        plant(token.accessToken().value());
        plant(token.refreshToken().value());
    }

    void plant(PendingConsent pending) {
        JsonObject json = JsonObject.parse(pending.toJson());
        for (String secret : List.of("codeVerifier", "state")) {
            if (json.has(secret)) {
                plant(json.text(secret));
            }
        }
        plant(json.object("session").text("key"));
        plant(pending.url().getRawQuery().replaceFirst("^code=([^&]+).*", "$1"));
    }

    /** All parts of the key, as numbers and in base64. */
    void plant(RSAPrivateCrtKey key) {
        plant(key.getPrivateExponent().toString().substring(0, FRAGMENT));
        plant(key.getPrivateExponent().toString(16).substring(0, FRAGMENT));
        plant(key.getPrimeP().toString().substring(0, FRAGMENT));
        plant(key.getPrimeQ().toString().substring(0, FRAGMENT));
        String base64 = Base64.getEncoder().encodeToString(key.getEncoded());
        for (int i = base64.length() / 3; i + FRAGMENT <= base64.length(); i += FRAGMENT) {
            plant(base64.substring(i, i + FRAGMENT));
        }
    }

    /** The JWT of the request, and the secrets in it. */
    void plant(RecordedRequest request) {
        String authorization = request.header("Authorization");
        if (authorization != null) {
            String[] parts = authorization.split("\\.", -1);
            plant(parts[1]);
            plant(parts[2]);
        }
        for (String claim : SECRET_CLAIMS) {
            if (request.claim(claim) instanceof String secret) {
                plant(secret);
            }
        }
    }

    Set<String> all() {
        return secrets;
    }

    /** Something that an application can print. */
    synchronized <T> T show(T object) {
        shown.add(object);
        return object;
    }

    synchronized List<Object> shown() {
        return List.copyOf(shown);
    }

    void assertNoneShows() {
        assertThat(secrets).isNotEmpty();
        for (Object object : shown()) {
            String text = object instanceof Throwable thrown ? everythingIn(thrown) : object.toString();
            for (String secret : secrets) {
                assertThat(text).as(object.getClass().getName()).doesNotContain(secret);
            }
        }
    }

    /** What a logger prints: messages, causes and suppressed exceptions. */
    private static String everythingIn(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
