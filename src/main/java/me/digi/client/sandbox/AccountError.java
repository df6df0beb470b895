package me.digi.client.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why data of an account is missing, as in a file list.
 *
 * @param members the JSON object: {@code code}, {@code statusCode} and others
 */
public record AccountError(Map<String, Object> members) {
    public AccountError {
        members = Map.copyOf(members);
    }

    /** An error with the required members. */
    public static AccountError of(String code, int statusCode) {
        return new AccountError(Map.of("code", code, "statusCode", (long) statusCode));
    }

    /** {@code ServiceAuthorizationError}, 511: the user must reauthorize the account. */
    public static AccountError reauthorize() {
        return of("ServiceAuthorizationError", 511)
                .message("The account has to be authorized again")
                .with("reauth", true);
    }

    public AccountError message(String message) {
        return with("message", message);
    }

    /** When to retry; the official SDKs do not say in which unit. */
    public AccountError retryAfter(long retryAfter) {
        return with("retryAfter", retryAfter);
    }

    /** Adds a type of object that could not be fetched. */
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

    /** Adds or replaces a member. */
    public AccountError with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new AccountError(more);
    }
}
