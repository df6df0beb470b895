package me.digi.client.sandbox.internal.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of an operation, before it is signed and written: JSON, bytes, or nothing.
 *
 * @param json the body, or null
 * @param token the payload of the signed {@code token} to add to the JSON body, or null
 * @param content the body if it is bytes, or null
 * @param headers of a response with bytes
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

    /** 201, with what was created. */
    public static ApiResponse created(Object json) {
        return new ApiResponse(201, json, null, null, Map.of());
    }

    /** 201, without a body. */
    public static ApiResponse created() {
        return new ApiResponse(201, null, null, null, Map.of());
    }

    /** 202. */
    public static ApiResponse accepted(Object json) {
        return new ApiResponse(202, json, null, null, Map.of());
    }

    /** 201, with a JSON object of these members and a signed token. */
    public static ApiResponse signed(Map<String, ?> token, Map<String, ?> members) {
        return new ApiResponse(201, members, token, null, Map.of());
    }

    public static ApiResponse bytes(Map<String, String> headers, Content content) {
        return new ApiResponse(200, null, null, content, headers);
    }

    /** 204. */
    public static ApiResponse done() {
        return new ApiResponse(204, null, null, null, Map.of());
    }
}
