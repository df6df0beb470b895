package me.digi.client.spring;

import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.digi.client.auth.PendingConsent;
import org.jspecify.annotations.Nullable;

/**
 * A consent that a user started, as stored in the browser's session.
 *
 * @param name of the session's attribute, unique
 * @param next the path to go to afterwards, or null
 * @param query of the callback while its code has yet to be exchanged, or null: a secret
 * @param target where the browser went once the code was exchanged, or null
 * @param attempts how often the code was sent without success
 * @param pending {@link PendingConsent#toJson()}: a secret
 */
record StartedConsent(
        String name,
        String userKey,
        @Nullable String next,
        @Nullable String query,
        @Nullable String target,
        int attempts,
        String pending) {
    StartedConsent unfinished(String callbackQuery, int newAttempts) {
        return new StartedConsent(name, userKey, next, callbackQuery, null, newAttempts, pending);
    }

    StartedConsent finished(String newTarget) {
        return new StartedConsent(name, userKey, next, null, newTarget, attempts, pending);
    }

    /** Saves a text, which every session repository can store. Only the last part can contain line breaks. */
    void save(HttpSession session) {
        session.setAttribute(
                name,
                Stream.of(userKey, next, query, target, attempts, pending)
                        .map(part -> Objects.toString(part, ""))
                        .collect(Collectors.joining("\n")));
    }

    static StartedConsent load(HttpSession session, String name) {
        String[] parts = ((String) session.getAttribute(name)).split("\n", 6);
        return new StartedConsent(
                name,
                parts[0],
                orNull(parts[1]),
                orNull(parts[2]),
                orNull(parts[3]),
                Integer.parseInt(parts[4]),
                parts[5]);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return "StartedConsent[userKey=" + userKey + "]";
    }
}
