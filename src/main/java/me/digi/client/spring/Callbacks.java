package me.digi.client.spring;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.SignIn;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.Refused;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Signs users in with what callbacks bring: once, though a callback may come several times, and to several processes. */
final class Callbacks {
    /** From digi.me's response to another process until that has stored the token pair. */
    private static final Duration STORING = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final DigiMe digiMe;
    private final ConsentRedirect redirect;
    private final ApplicationEventPublisher events;
    private final RecentCallbacks recent = new RecentCallbacks();

    Callbacks(DigiMe digiMe, ConsentRedirect redirect, ApplicationEventPublisher events) {
        this.digiMe = digiMe;
        this.redirect = redirect;
        this.events = events;
    }

    /**
     * Finishes a consent.
     *
     * @param answer the callback's query
     * @return where the browser goes
     * @throws DigiMeException if the user is not signed in; the session keeps the answer if another try can succeed
     */
    String finish(HttpSession session, BegunConsents.Answered answered, String answer) {
        BegunConsent consent = answered.consent();
        RecentCallbacks.Callback callback = recent.of(answered.name());
        // A second click waits for the first, and then goes to the same page.
        synchronized (callback) {
            String target = consent.target() == null ? callback.target : consent.target();
            if (target != null) {
                return target;
            }
            if (answered.result() instanceof Refused refused) {
                return published(new ConsentRefused(consent.userKey(), refused, consent.next()));
            }
            Authorized authorized = (Authorized) answered.result();
            SignIn mine = signIn(session, answered, authorized, answer);
            SignIn signIn = mine == null ? new SignIn(digiMe.user(consent.userKey()), null) : mine;
            ConsentGiven given = new ConsentGiven(consent.userKey(), signIn, authorized, consent.next());
            // Before listeners, which may fail: the code works only once.
            callback.target = redirect.after(given);
            answered.save(session, consent.used(callback.target));
            return mine == null ? callback.target : published(given);
        }
    }

    /** Returns null if another process signed the user in, which publishes the outcome. */
    private @Nullable SignIn signIn(
            HttpSession session, BegunConsents.Answered answered, Authorized authorized, String answer) {
        BegunConsent consent = answered.consent();
        try {
            return digiMe.signIn(consent.userKey(), authorized);
        } catch (DigiMeException e) {
            if (isRefusal(e) && isSignedInElsewhere(consent)) {
                return null;
            }
            answered.save(session, consent.answered(isRefusal(e) ? null : answer));
            throw e;
        }
    }

    /** Tells the application, and where the browser goes. */
    String published(ConsentOutcome outcome) {
        events.publishEvent(outcome);
        return redirect.after(outcome);
    }

    static boolean isRefusal(DigiMeException failure) {
        return failure instanceof ApiException api && !api.isRetryable();
    }

    /** A hash of the user's access token as it is stored; 0 without one, or if that cannot be read. */
    int tokenHash(String userKey) {
        try {
            DigiMeUser user = digiMe.findUser(userKey);
            return user == null ? 0 : user.loadToken().accessToken().value().hashCode();
        } catch (DigiMeException e) {
            return 0;
        }
    }

    /** digi.me refused the code: with the same callback, another process may have exchanged it a moment ago. */
    private boolean isSignedInElsewhere(BegunConsent consent) {
        long start = System.nanoTime();
        try {
            do {
                int tokenHash = tokenHash(consent.userKey());
                if (tokenHash != 0 && tokenHash != consent.tokenHash()) {
                    return true;
                }
                Thread.sleep(PAUSE.toMillis());
            } while (System.nanoTime() - start < STORING.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
