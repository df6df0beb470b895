package me.digi.client.sandbox.internal.jose;

import java.security.KeyPair;
import java.util.Set;
import java.util.stream.Collectors;
import me.digi.client.sandbox.internal.io.Resources;

/** Test keys that are published with the sandbox, so that it starts without generating any. They protect nothing. */
final class PublishedKeys {
    private static final Set<String> NAMES =
            Set.of("signing-0", "contract sandbox-contract", "contract sandbox-push", "contract sandbox-raw");

    private PublishedKeys() {}

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    static KeyPair read(String name) {
        return StoredKeys.read(Resources.readText("keys/" + name.replace(' ', '-') + ".pem")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("-"))
                .collect(Collectors.joining()));
    }
}
