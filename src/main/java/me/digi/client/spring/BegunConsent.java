package me.digi.client.spring;

import me.digi.client.auth.PendingConsent;
import org.jspecify.annotations.Nullable;

/**
 * A consent that a user began, as it is kept in the browser's session.
 *
 * @param next the path to go to afterwards, or null
 * @param target where the browser went after it was used, or null
 * @param pending {@link PendingConsent#toJson()}: a secret
 */
record BegunConsent(
        String userKey, @Nullable String next, @Nullable String target, String pending) {
    /** A text, so that every session repository can store it. No part but the last can have a line break. */
    String toText() {
        return String.join("\n", userKey, next == null ? "" : next, target == null ? "" : target, pending);
    }

    static BegunConsent parse(String text) {
        String[] parts = text.split("\n", 4);
        return new BegunConsent(parts[0], orNull(parts[1]), orNull(parts[2]), parts[3]);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return "BegunConsent[userKey=" + userKey + "]";
    }
}
