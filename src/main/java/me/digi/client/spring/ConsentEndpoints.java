package me.digi.client.spring;

import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import me.digi.client.DigiMe;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.ReauthorizationRequiredException;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.UnknownTokenException;
import me.digi.client.store.GrantNotFoundException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Sends users to digi.me, and takes them back. */
final class ConsentEndpoints {
    private static final Log LOG = LogFactory.getLog(ConsentEndpoints.class);

    private final DigiMe digiMe;
    private final URI redirectUri;
    private final UserKeyResolver users;
    private final Callbacks callbacks;
    private final List<AuthorizationRequestCustomizer> customizers;

    ConsentEndpoints(
            DigiMe digiMe,
            URI redirectUri,
            UserKeyResolver users,
            Callbacks callbacks,
            List<AuthorizationRequestCustomizer> customizers) {
        this.digiMe = digiMe;
        this.redirectUri = redirectUri;
        this.users = users;
        this.callbacks = callbacks;
        this.customizers = customizers;
    }

    /** The user pressed a button. Their library stays theirs if they have consented before. */
    ServerResponse begin(ServerRequest request) {
        String next = next(request);
        return orFailed(request, userKey -> {
            int tokenHash = callbacks.tokenHash(userKey);
            PendingConsent pending;
            try {
                pending = authorize(request).forUser(userKey).start();
            } catch (ReauthorizationRequiredException | UnknownTokenException e) {
                pending = authorize(request).start();
            }
            BegunConsents.add(
                    request.servletRequest().getSession(), BegunConsent.of(userKey, tokenHash, next, pending));
            return pending.url().toString();
        });
    }

    /** The browser was redirected here, because the user has to consent (again), or may have been unable to sign in. */
    ServerResponse reauthorize(ServerRequest request) {
        String next = next(request);
        return orFailed(request, userKey -> {
            String target = finishedNow(request, userKey);
            if (target != null) {
                return next == null ? target : next;
            }
            int tokenHash = callbacks.tokenHash(userKey);
            PendingConsent pending;
            try {
                pending = digiMe.user(userKey)
                        .reauthorize()
                        .redirectUri(redirectUri)
                        .start();
            } catch (GrantNotFoundException | ReauthorizationRequiredException | UnknownTokenException e) {
                pending = authorize(request).start();
            }
            BegunConsents.add(
                    request.servletRequest().getSession(), BegunConsent.of(userKey, tokenHash, next, pending));
            return pending.url().toString();
        });
    }

    /** The browser came back from digi.me. */
    ServerResponse callback(ServerRequest request) {
        return orFailed(request, userKey -> {
            HttpSession session = request.servletRequest().getSession(false);
            if (session == null) {
                throw new CallbackException(Problem.CONSENT_MISSING);
            }
            String query = request.servletRequest().getQueryString();
            return callbacks.finish(session, BegunConsents.find(session, userKey, query), String.valueOf(query));
        });
    }

    /** Tries again to exchange the code of an earlier callback; null if there is none, or digi.me refuses it by now. */
    private @Nullable String finishedNow(ServerRequest request, String userKey) {
        HttpSession session = request.servletRequest().getSession(false);
        BegunConsents.Answered unfinished = session == null ? null : BegunConsents.unfinished(session, userKey);
        if (session == null || unfinished == null) {
            return null;
        }
        try {
            return callbacks.finish(
                    session,
                    unfinished,
                    Objects.requireNonNull(unfinished.consent().answer()));
        } catch (DigiMeException e) {
            if (Callbacks.isRefusal(e)) {
                return null;
            }
            throw e;
        }
    }

    private ServerResponse orFailed(ServerRequest request, Function<String, String> step) {
        String userKey = users.require(request.servletRequest());
        String target;
        try {
            target = step.apply(userKey);
        } catch (DigiMeException e) {
            ConsentFailed failed = new ConsentFailed(userKey, e);
            if (!(e instanceof CallbackException)) {
                LOG.warn("the user " + userKey + " could not consent", e);
            }
            target = callbacks.published(failed);
        }
        URI location = URI.create(URI.create(target).toASCIIString());
        return ServerResponse.seeOther(location)
                .cacheControl(CacheControl.noStore())
                .build();
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
        if (!OwnPath.matches(next)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "next is not a path of this application");
        }
        return next;
    }
}
