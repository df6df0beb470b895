package me.digi.client.spring;

import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import me.digi.client.auth.ConsentResult;
import me.digi.client.auth.PendingConsent;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import org.jspecify.annotations.Nullable;

/** The last few consents begun in a browser's session, such as those of several tabs. */
final class BegunConsents {
    static final int MOST = 5;
    private static final String PREFIX = "me.digi.client.consent.";

    private BegunConsents() {}

    static void add(HttpSession session, String userKey, @Nullable String next, PendingConsent pending) {
        newestFirst(session).skip(MOST - 1).forEach(session::removeAttribute);
        String name = PREFIX + System.currentTimeMillis() + '.' + UUID.randomUUID();
        new BegunConsent(name, userKey, next, null, null, 0, pending.toJson()).save(session);
    }

    /**
     * Finds the consent that a callback belongs to. A refusal without a state belongs to the newest.
     *
     * @throws CallbackException if it belongs to none that this user began
     */
    static Callback find(HttpSession session, String userKey, String query) {
        CallbackException problem = new CallbackException(Problem.CONSENT_MISSING);
        for (BegunConsent consent : of(userKey, session)) {
            try {
                return Callback.read(consent, query);
            } catch (CallbackException e) {
                problem = e;
            }
        }
        throw problem;
    }

    /** The callback of the user's newest consent whose code has yet to be exchanged, or null. */
    static @Nullable Callback unfinished(HttpSession session, String userKey) {
        for (BegunConsent consent : of(userKey, session)) {
            if (consent.query() != null) {
                return Callback.read(consent, consent.query());
            }
        }
        return null;
    }

    private static List<BegunConsent> of(String userKey, HttpSession session) {
        return newestFirst(session)
                .map(name -> BegunConsent.load(session, name))
                .filter(consent -> consent.userKey().equals(userKey))
                .toList();
    }

    /** The names begin with the time. */
    private static Stream<String> newestFirst(HttpSession session) {
        return Collections.list(session.getAttributeNames()).stream()
                .filter(name -> name.startsWith(PREFIX))
                .sorted(Comparator.reverseOrder());
    }

    /**
     * A callback, and the consent it belongs to.
     *
     * @param query a secret
     */
    record Callback(BegunConsent consent, String query, ConsentResult result) {
        static Callback read(BegunConsent consent, String query) {
            return new Callback(
                    consent, query, PendingConsent.fromJson(consent.pending()).read(query));
        }

        @Override
        public String toString() {
            return "Callback[consent=" + consent + "]";
        }
    }
}
