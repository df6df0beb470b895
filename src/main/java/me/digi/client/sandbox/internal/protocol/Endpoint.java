package me.digi.client.sandbox.internal.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.sandbox.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Where an operation is found.
 *
 * @param operation its name
 * @param method the HTTP method
 * @param path the path under the base URL; a segment in braces takes any value
 */
public record Endpoint(Operation operation, String method, String path) {
    /** The values of the segments in braces, or null if that is another path. */
    @Nullable
    Map<String, String> match(String actualPath) {
        String[] expected = path.split("/", -1);
        String[] actual = actualPath.split("/", -1);
        if (expected.length != actual.length) {
            return null;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{") && !actual[i].isEmpty()) {
                variables.put(expected[i].substring(1, expected[i].length() - 1), actual[i]);
            } else if (!expected[i].equals(actual[i])) {
                return null;
            }
        }
        return variables;
    }
}
