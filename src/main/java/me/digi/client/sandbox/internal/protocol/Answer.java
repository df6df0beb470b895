package me.digi.client.sandbox.internal.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation answers with status 200, before it is signed and written.
 *
 * @param json the body
 * @param token the payload of the signed {@code token} that the body gets besides, or null
 */
public record Answer(Object json, @Nullable Map<String, ?> token) {
    public static Answer json(Object json) {
        return new Answer(json, null);
    }

    /** An object with these members and a signed token. */
    public static Answer signed(Map<String, ?> token, Map<String, ?> members) {
        return new Answer(members, token);
    }
}
