package me.digi.client.spring;

import jakarta.servlet.http.HttpSession;
import me.digi.client.DigiMe;
import me.digi.client.SignIn;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.Refused;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Signs users in after callbacks: only once, although a callback may arrive several times and at several processes. */
record Callbacks(DigiMe digiMe, Claims claims, ConsentRedirect redirect, ApplicationEventPublisher events) {
    /**
     * Finishes a consent.
     *
     * @return where to redirect the browser, or null while another request exchanges the code
     * @throws DigiMeException if the user is not signed in; the session keeps the callback if a retry can succeed
     */
    @Nullable
    String finish(HttpSession session, StartedConsents.Callback callback) {
        StartedConsent consent = callback.consent();
        if (consent.target() != null) {
            return consent.target();
        }
        if (callback.result() instanceof Refused refused) {
            return publish(new ConsentRefused(consent.userKey(), refused, consent.next()));
        }
        Authorized authorized = (Authorized) callback.result();
        SignIn signIn = signIn(session, callback, authorized);
        if (signIn == null) {
            return null;
        }
        ConsentGiven given = new ConsentGiven(consent.userKey(), signIn, authorized, consent.next());
        // Before listeners, which may fail: the code works only once.
        consent.finished(redirect.after(given)).save(session);
        return publish(given);
    }

    /** Each attempt to exchange the code is claimed before the code is sent. */
    private @Nullable SignIn signIn(HttpSession session, StartedConsents.Callback callback, Authorized authorized) {
        StartedConsent consent = callback.consent();
        int attempts = consent.attempts();
        try {
            if (!claims.claim(consent.name() + '/' + attempts)) {
                return null;
            }
            attempts++;
            return digiMe.signIn(consent.userKey(), authorized);
        } catch (DigiMeException e) {
            if (isRefusal(e)) {
                session.removeAttribute(consent.name());
            } else {
                consent.unfinished(callback.query(), attempts).save(session);
            }
            throw e;
        }
    }

    /** Publishes the event, and returns where to redirect the browser. */
    String publish(ConsentOutcome outcome) {
        events.publishEvent(outcome);
        return redirect.after(outcome);
    }

    static boolean isRefusal(DigiMeException failure) {
        return failure instanceof ApiException api && !api.isRetryable();
    }
}
