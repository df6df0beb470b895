package me.digi.client.sandbox.internal.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.util.Set;
import java.util.stream.Collectors;

/** Test keys that are published with the sandbox, so that no start waits for primes. They protect nothing. */
final class PublishedKeys {
    private static final Set<String> NAMES =
            Set.of("signing-0", "contract sandbox-contract", "contract sandbox-push", "contract sandbox-raw");

    private PublishedKeys() {}

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    static KeyPair read(String name) {
        String file = "/me/digi/client/sandbox/keys/" + name.replace(' ', '-') + ".pem";
        try (InputStream stream = PublishedKeys.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("not in the jar: " + file);
            }
            return StoredKeys.read(new String(stream.readAllBytes(), US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("-"))
                    .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
