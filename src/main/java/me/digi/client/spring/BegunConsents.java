package me.digi.client.spring;

import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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

    static void add(HttpSession session, BegunConsent consent) {
        List<String> oldestFirst = names(session, Comparator.naturalOrder());
        oldestFirst.stream().limit(Math.max(0, oldestFirst.size() - MOST + 1)).forEach(session::removeAttribute);
        session.setAttribute(PREFIX + System.currentTimeMillis() + '.' + UUID.randomUUID(), consent.toText());
    }

    /**
     * Finds the consent that a callback belongs to. A refusal without a state belongs to the newest.
     *
     * @throws CallbackException if it belongs to none that this user began
     */
    static Answered find(HttpSession session, String userKey, @Nullable String query) {
        CallbackException problem = new CallbackException(Problem.CONSENT_MISSING);
        for (String name : names(session, Comparator.reverseOrder())) {
            BegunConsent consent = BegunConsent.parse((String) session.getAttribute(name));
            if (!consent.userKey().equals(userKey)) {
                continue;
            }
            try {
                return new Answered(
                        name,
                        consent,
                        PendingConsent.fromJson(consent.pending()).read(query));
            } catch (CallbackException e) {
                problem = e;
            }
        }
        throw problem;
    }

    /** Finds the newest consent of the user whose callback came, and whose code is yet to be exchanged. */
    static @Nullable Answered unfinished(HttpSession session, String userKey) {
        for (String name : names(session, Comparator.reverseOrder())) {
            BegunConsent consent = BegunConsent.parse((String) session.getAttribute(name));
            if (consent.answer() != null && consent.userKey().equals(userKey)) {
                return new Answered(
                        name,
                        consent,
                        PendingConsent.fromJson(consent.pending()).read(consent.answer()));
            }
        }
        return null;
    }

    /** The names begin with the time. */
    private static List<String> names(HttpSession session, Comparator<String> order) {
        return Collections.list(session.getAttributeNames()).stream()
                .filter(name -> name.startsWith(PREFIX))
                .sorted(order)
                .toList();
    }

    /** A consent, with what the callback says about it. */
    record Answered(String name, BegunConsent consent, ConsentResult result) {
        void save(HttpSession session, BegunConsent changed) {
            session.setAttribute(name, changed.toText());
        }
    }
}
