package me.digi.client.spring;

import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import me.digi.client.DigiMe;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.PendingConsent;
import me.digi.client.error.CallbackException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.UnknownTokenException;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.ReauthorizationRequiredException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Sends users to digi.me, and signs them in when they return. */
record ConsentEndpoints(
        DigiMe digiMe,
        URI redirectUri,
        UserKeyResolver users,
        Callbacks callbacks,
        List<AuthorizationRequestCustomizer> customizers) {
    private static final Log LOG = LogFactory.getLog(ConsentEndpoints.class);

    /** Handles the form. A user who has consented before keeps their library. */
    ServerResponse start(ServerRequest request) {
        return respond(
                request,
                userKey -> start(
                        request,
                        userKey,
                        () -> authorize(request).forUser(userKey).start()));
    }

    /** Handles a redirected browser, whose user must consent (again), or could not be signed in. */
    ServerResponse reauthorize(ServerRequest request) {
        return respond(request, userKey -> {
            HttpSession session = request.servletRequest().getSession();
            StartedConsents.Callback unfinished = StartedConsents.unfinished(session, userKey);
            if (unfinished != null) {
                try {
                    String target = callbacks.finish(session, unfinished);
                    return target == null ? null : Objects.requireNonNullElse(next(request), target);
                } catch (DigiMeException e) {
                    if (!Callbacks.isRefusal(e)) {
                        throw e;
                    }
                    // The code has expired.
                }
            }
            return start(
                    request,
                    userKey,
                    () -> digiMe.user(userKey)
                            .reauthorize()
                            .redirectUri(redirectUri)
                            .start());
        });
    }

    /** Handles the browser's return from digi.me. */
    ServerResponse callback(ServerRequest request) {
        HttpSession session = request.servletRequest().getSession();
        String query = Objects.requireNonNullElse(request.servletRequest().getQueryString(), "");
        return respond(request, userKey -> callbacks.finish(session, StartedConsents.find(session, userKey, query)));
    }

    private String start(ServerRequest request, String userKey, Supplier<PendingConsent> forKnownUser) {
        String next = next(request);
        PendingConsent pending;
        try {
            pending = forKnownUser.get();
        } catch (GrantNotFoundException | ReauthorizationRequiredException | UnknownTokenException e) {
            pending = authorize(request).start();
        }
        StartedConsents.add(request.servletRequest().getSession(), userKey, next, pending);
        return pending.url().toString();
    }

    /** Redirects the browser, or makes it retry while another request determines the target. */
    private ServerResponse respond(ServerRequest request, Function<String, @Nullable String> step) {
        String userKey = users.require(request.servletRequest());
        String target;
        try {
            target = step.apply(userKey);
        } catch (DigiMeException e) {
            if (!(e instanceof CallbackException)) {
                LOG.warn("the user " + userKey + " could not consent", e);
            }
            target = callbacks.publish(new ConsentFailed(userKey, e));
        }
        ServerResponse.BodyBuilder response = target == null
                ? ServerResponse.ok().header("Refresh", "1")
                : ServerResponse.seeOther(URI.create(URI.create(target).toASCIIString()));
        return response.cacheControl(CacheControl.noStore()).build();
    }

    private AuthorizationRequest authorize(ServerRequest request) {
        AuthorizationRequest authorization = digiMe.authorize().redirectUri(redirectUri);
        customizers.forEach(customizer -> customizer.customize(authorization, request.servletRequest()));
        return authorization;
    }

    private static @Nullable String next(ServerRequest request) {
        String next = request.param("next").orElse("");
        if (next.isEmpty()) {
            return null;
        }
        if (!LocalPath.matches(next)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "next is not a path of this application");
        }
        return next;
    }
}
