package me.digi.client.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shape of an error response; the service uses each of them somewhere. */
public enum ErrorShape {
    /** {@code {"error":{"code","message","reference"}}} and the headers. */
    NESTED,
    /** {@code {"error":"code","message":"…"}} without headers, as in the cloud. */
    CLOUD,
    /** {@code X-Error-Code}, {@code X-Error-Message} and {@code X-Error-Reference}, with an empty body. */
    HEADERS_ONLY;

    @Nullable
    Map<String, Object> body(String code, String message, @Nullable String reference) {
        Map<String, Object> error = new LinkedHashMap<>();
        return switch (this) {
            case NESTED -> {
                error.put("code", code);
                error.put("message", message);
                if (reference != null) {
                    error.put("reference", reference);
                }
                yield Map.of("error", error);
            }
            case CLOUD -> {
                error.put("error", code);
                error.put("message", message);
                yield error;
            }
            case HEADERS_ONLY -> null;
        };
    }

    Map<String, String> headers(String code, String message, @Nullable String reference) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (this != CLOUD) {
            headers.put("X-Error-Code", code);
            headers.put("X-Error-Message", message);
            if (reference != null) {
                headers.put("X-Error-Reference", reference);
            }
        }
        return headers;
    }
}
