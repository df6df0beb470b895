package me.digi.client.sandbox.internal.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation returns, before it is signed and written: JSON, bytes, or nothing.
 *
 * @param json the body, or null if it is no JSON
 * @param token the payload of the signed {@code token} that a JSON body gets besides, or null
 * @param content the body, or null if it is no bytes
 * @param headers the headers of a response that is no JSON
 */
public record ApiResponse(
        int status,
        @Nullable Object json,
        @Nullable Map<String, ?> token,
        @Nullable Content content,
        Map<String, String> headers) {
    public static ApiResponse json(Object json) {
        return new ApiResponse(200, json, null, null, Map.of());
    }

    /** The status 201, with what was created. */
    public static ApiResponse created(Object json) {
        return new ApiResponse(201, json, null, null, Map.of());
    }

    /** The status 201 says it all. */
    public static ApiResponse created() {
        return new ApiResponse(201, null, null, null, Map.of());
    }

    /** The status 202: the work has only begun. */
    public static ApiResponse accepted(Object json) {
        return new ApiResponse(202, json, null, null, Map.of());
    }

    /** The status 201, with an object of these members and a signed token. */
    public static ApiResponse signed(Map<String, ?> token, Map<String, ?> members) {
        return new ApiResponse(201, members, token, null, Map.of());
    }

    /** Bytes, and what the headers say about them. */
    public static ApiResponse bytes(Map<String, String> headers, Content content) {
        return new ApiResponse(200, null, null, content, headers);
    }

    /** The status 204 says it all. */
    public static ApiResponse done() {
        return new ApiResponse(204, null, null, null, Map.of());
    }
}
