package me.digi.client.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why an account's data are not all there, as a file list says it.
 *
 * @param members the members of the JSON object: {@code code}, {@code statusCode} and what else was set
 */
public record AccountError(Map<String, Object> members) {
    public AccountError {
        members = Map.copyOf(members);
    }

    /** An error with what every one has. */
    public static AccountError of(String code, int statusCode) {
        return new AccountError(Map.of("code", code, "statusCode", (long) statusCode));
    }

    /** {@code ServiceAuthorizationError}, 511: the account has to be reauthorized. */
    public static AccountError reauthorize() {
        return of("ServiceAuthorizationError", 511)
                .message("The account has to be authorized again")
                .with("reauth", true);
    }

    public AccountError message(String message) {
        return with("message", message);
    }

    /** When another try makes sense; which unit that is, the official SDKs do not say. */
    public AccountError retryAfter(long retryAfter) {
        return with("retryAfter", retryAfter);
    }

    /** One more kind of object that could not be had. */
    public AccountError objectType(long objectType, String code, int statusCode, String message) {
        List<Object> errors = new ArrayList<>();
        if (members.get("objectTypeErrors") instanceof List<?> before) {
            errors.addAll(before);
        }
        errors.add(Map.of(
                "objectType",
                objectType,
                "error",
                Map.of("code", code, "statusCode", (long) statusCode, "message", message)));
        return with("objectTypeErrors", errors);
    }

    /** One more member, or another value of one that is there. */
    public AccountError with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new AccountError(more);
    }
}
