package me.digi.client.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import me.digi.client.auth.ReauthorizationRequiredException;
import me.digi.client.store.GrantNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Sends a browser whose user has to consent to digi.me, and tells a script where to go. Comes last, so that the
 * application's own exception handlers take precedence.
 */
@Order
record ConsentRequiredResolver(String reauthorizePath, UserKeyResolver users) implements HandlerExceptionResolver {
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (response.isCommitted() || !isForThisUser(thrown, request)) {
            return null;
        }
        response.setHeader("Cache-Control", "no-store");
        if (isNavigation(request)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", reauthorizePath + next(request));
            return new ModelAndView();
        }
        return new ModelAndView((model, unused, problem) -> writeProblem(problem));
    }

    /** A browser that goes to a page, and follows a redirect to another site; a script's request does not. */
    private static boolean isNavigation(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accept = request.getHeader("Accept");
        return request.getMethod().equals("GET")
                && (mode == null ? accept != null && accept.contains("text/html") : mode.equals("navigate"));
    }

    /** A controller may look at another user, who is not there to consent. */
    private boolean isForThisUser(Throwable thrown, HttpServletRequest request) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReauthorizationRequiredException) {
                return true;
            }
            if (cause instanceof GrantNotFoundException notFound) {
                return notFound.grant().userKey().equals(users.resolve(request));
            }
        }
        return false;
    }

    private static String next(HttpServletRequest request) {
        String query = request.getQueryString();
        String page = request.getRequestURI() + (query == null ? "" : '?' + query);
        return OwnPath.matches(page) ? "?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8) : "";
    }

    /** RFC 9457. */
    private void writeProblem(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"The user has to consent at digi.me\",\"status\":401,"
                        + "\"consentUrl\":\"" + reauthorizePath + "\"}");
    }
}
