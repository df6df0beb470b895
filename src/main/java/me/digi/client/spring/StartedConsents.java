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

/** The last few consents that were started in a browser's session, for example in several tabs. */
final class StartedConsents {
    static final int MAX_CONSENTS = 5;
    private static final String PREFIX = "me.digi.client.consent.";

    private StartedConsents() {}

    static void add(HttpSession session, String userKey, @Nullable String next, PendingConsent pending) {
        newestFirst(session).skip(MAX_CONSENTS - 1).forEach(session::removeAttribute);
        String name = PREFIX + System.currentTimeMillis() + '.' + UUID.randomUUID();
        new StartedConsent(name, userKey, next, null, null, 0, pending.toJson()).save(session);
    }

    /**
     * Finds the consent that a callback belongs to. A refusal without a state belongs to the newest.
     *
     * @throws CallbackException if this user has not started that consent
     */
    static Callback find(HttpSession session, String userKey, String query) {
        CallbackException problem = new CallbackException(Problem.CONSENT_MISSING);
        for (StartedConsent consent : of(userKey, session)) {
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
        for (StartedConsent consent : of(userKey, session)) {
            if (consent.query() != null) {
                return Callback.read(consent, consent.query());
            }
        }
        return null;
    }

    private static List<StartedConsent> of(String userKey, HttpSession session) {
        return newestFirst(session)
                .map(name -> StartedConsent.load(session, name))
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
    record Callback(StartedConsent consent, String query, ConsentResult result) {
        static Callback read(StartedConsent consent, String query) {
            return new Callback(
                    consent, query, PendingConsent.fromJson(consent.pending()).read(query));
        }

        @Override
        public String toString() {
            return "Callback[consent=" + consent + "]";
        }
    }
}
