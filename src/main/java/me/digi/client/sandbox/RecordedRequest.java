package me.digi.client.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, and the sandbox's response.
 *
 * @param number counts all requests, from 1
 * @param at when it arrived, by the system's clock
 * @param path as received
 * @param query as received; null if there was none
 * @param headers names in lower case
 * @param jwtHeader the header of the JWT; null if missing or unreadable
 * @param claims the claims of the JWT, valid or not; null if it was missing or unreadable
 * @param body as text, up to 65,536 characters; empty if it was bytes
 * @param userId the user of the token, code or page; null if there is none
 * @param response null if none was sent
 * @param refusal the rule that the request broke; null if it was not refused
 * @param loosened the loosened rules that it broke. Usually empty
 * @param remarks accepted mistakes, which the official SDKs make: an empty {@code state},
 *     {@code from=undefined} of a report. Usually empty
 */
public record RecordedRequest(
        long number,
        Instant at,
        Operation operation,
        String method,
        String path,
        @Nullable String query,
        Map<String, List<String>> headers,
        @Nullable Map<String, ?> jwtHeader,
        @Nullable Map<String, ?> claims,
        String body,
        @Nullable String userId,
        @Nullable RecordedResponse response,
        @Nullable Refusal refusal,
        List<String> loosened,
        List<String> remarks) {
    public RecordedRequest {
        loosened = List.copyOf(loosened);
        remarks = List.copyOf(remarks);
    }

    /** The status of the response; null if none was sent. */
    public @Nullable Integer status() {
        return response == null ? null : response.status();
    }

    /** The error code of the response; null if it is not an error. */
    public @Nullable String errorCode() {
        return response == null ? null : response.errorCode();
    }

    /** Returns the first header of this name, or null. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Returns a claim of the JWT, or null. */
    public @Nullable Object claim(String name) {
        return claims == null ? null : claims.get(name);
    }

    /** Shows operation and outcome, without secrets. */
    @Override
    public String toString() {
        String outcome = response == null
                ? "no response"
                : response.status() + (response.errorCode() == null ? "" : " " + response.errorCode());
        return operation + " " + method + " " + path + " -> " + outcome;
    }

    /** Its approximate size in memory, in bytes. */
    long weight() {
        long weight = 1_500L
                + path.length()
                + body.length()
                + (response == null ? 0 : response.body().length());
        for (List<String> values : headers.values()) {
            // The authorization is stored twice: as sent, and decoded.
            weight += 100 + 2L * values.stream().mapToLong(String::length).sum();
        }
        return weight;
    }
}
