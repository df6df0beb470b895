package me.digi.client.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import me.digi.client.DigiMe;
import me.digi.client.SignIn;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.ReauthorizationRequiredException;
import me.digi.client.auth.Refused;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import me.digi.client.error.UnknownTokenException;
import me.digi.client.store.GrantNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.WebUtils;

/** Sends users to digi.me, and takes them back. */
final class ConsentEndpoints {
    private final DigiMe digiMe;
    private final URI redirectUri;
    private final UserKeyResolver users;
    private final ConsentRedirect redirect;
    private final ApplicationEventPublisher events;

    ConsentEndpoints(
            DigiMe digiMe,
            URI redirectUri,
            UserKeyResolver users,
            ConsentRedirect redirect,
            ApplicationEventPublisher events) {
        this.digiMe = digiMe;
        this.redirectUri = redirectUri;
        this.users = users;
        this.redirect = redirect;
        this.events = events;
    }

    /** The user pressed a button. Their library stays theirs if they have consented before. */
    ServerResponse begin(ServerRequest request) {
        String userKey = users.require(request.servletRequest());
        String next = next(request);
        try {
            return toDigiMe(request, userKey, next, authorize().forUser(userKey).start());
        } catch (ReauthorizationRequiredException | UnknownTokenException e) {
            return toDigiMe(request, userKey, next, authorize().start());
        }
    }

    /** The browser was redirected here, because the user has to consent (again). */
    ServerResponse reauthorize(ServerRequest request) {
        String userKey = users.require(request.servletRequest());
        String next = next(request);
        PendingConsent pending;
        try {
            pending =
                    digiMe.user(userKey).reauthorize().redirectUri(redirectUri).start();
        } catch (GrantNotFoundException | ReauthorizationRequiredException | UnknownTokenException e) {
            pending = authorize().start();
        }
        return toDigiMe(request, userKey, next, pending);
    }

    /** The browser came back from digi.me. */
    ServerResponse callback(ServerRequest request) {
        HttpServletRequest servletRequest = request.servletRequest();
        String userKey = users.require(servletRequest);
        HttpSession session = servletRequest.getSession(false);
        if (session == null) {
            return seeOther(published(new ConsentFailed(userKey, new CallbackException(Problem.CONSENT_MISSING))));
        }
        // A second click waits for the first, and then goes to the same page.
        synchronized (WebUtils.getSessionMutex(session)) {
            return seeOther(finished(session, userKey, servletRequest.getQueryString()));
        }
    }

    private String finished(HttpSession session, String userKey, @Nullable String query) {
        BegunConsents.Answered answered;
        try {
            answered = BegunConsents.find(session, userKey, query);
        } catch (CallbackException e) {
            return published(new ConsentFailed(userKey, e));
        }
        BegunConsent consent = answered.consent();
        if (consent.target() != null) {
            return consent.target();
        }
        if (answered.result() instanceof Authorized authorized) {
            SignIn signIn = digiMe.signIn(userKey, authorized);
            ConsentGiven given = new ConsentGiven(userKey, signIn, authorized, consent.next());
            // Before listeners, which may fail: the code works only once.
            answered.used(session, redirect.after(given));
            return published(given);
        }
        return published(new ConsentRefused(userKey, (Refused) answered.result(), consent.next()));
    }

    private String published(ConsentOutcome outcome) {
        events.publishEvent(outcome);
        return redirect.after(outcome);
    }

    private AuthorizationRequest authorize() {
        return digiMe.authorize().redirectUri(redirectUri);
    }

    private static @Nullable String next(ServerRequest request) {
        String next = request.param("next").orElse("");
        if (next.isEmpty()) {
            return null;
        }
        if (!OwnPath.matches(next)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "next is not a path of this application");
        }
        return next;
    }

    private static ServerResponse toDigiMe(
            ServerRequest request, String userKey, @Nullable String next, PendingConsent pending) {
        HttpSession session = request.servletRequest().getSession();
        BegunConsents.add(session, new BegunConsent(userKey, next, null, pending.toJson()));
        return seeOther(pending.url().toString());
    }

    private static ServerResponse seeOther(String target) {
        URI location = URI.create(URI.create(target).toASCIIString());
        return ServerResponse.seeOther(location)
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
