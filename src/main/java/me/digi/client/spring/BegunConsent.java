package me.digi.client.spring;

import me.digi.client.auth.PendingConsent;
import org.jspecify.annotations.Nullable;

/**
 * A consent that a user began, as it is kept in the browser's session.
 *
 * @param tokenHash of the user's access token when it began, which shows whether another process has signed the user in; 0
 *     without one
 * @param next the path to go to afterwards, or null
 * @param target where the browser went after it was used, or null
 * @param answer the query of a callback whose code could not be exchanged yet, or null: a secret
 * @param pending {@link PendingConsent#toJson()}: a secret
 */
record BegunConsent(
        String userKey,
        int tokenHash,
        @Nullable String next,
        @Nullable String target,
        @Nullable String answer,
        String pending) {
    static BegunConsent of(String userKey, int tokenHash, @Nullable String next, PendingConsent pending) {
        return new BegunConsent(userKey, tokenHash, next, null, null, pending.toJson());
    }

    BegunConsent used(String newTarget) {
        return new BegunConsent(userKey, tokenHash, next, newTarget, null, pending);
    }

    BegunConsent answered(@Nullable String newAnswer) {
        return new BegunConsent(userKey, tokenHash, next, target, newAnswer, pending);
    }

    /** A text, so that every session repository can store it. No part but the last can have a line break. */
    String toText() {
        return String.join("\n", userKey, String.valueOf(tokenHash), text(next), text(target), text(answer), pending);
    }

    static BegunConsent parse(String text) {
        String[] parts = text.split("\n", 6);
        return new BegunConsent(
                parts[0], Integer.parseInt(parts[1]), orNull(parts[2]), orNull(parts[3]), orNull(parts[4]), parts[5]);
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return "BegunConsent[userKey=" + userKey + "]";
    }
}
