package me.digi.client.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.ReauthorizationRequiredException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Redirects a browser whose user must consent; a script receives the URL in a problem. Has the lowest precedence, after
 * the application's own exception handlers.
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

    /** Whether the browser opens a page, and can follow a redirect to another site; a script's request cannot. */
    private static boolean isNavigation(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accept = request.getHeader("Accept");
        return request.getMethod().equals("GET")
                && (mode == null ? accept != null && accept.contains("text/html") : mode.equals("navigate"));
    }

    /** A controller may read the data of another user, who is not present to consent. */
    private boolean isForThisUser(Throwable thrown, HttpServletRequest request) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReauthorizationRequiredException refused) {
                return refused.grant().userKey().equals(users.resolve(request));
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
        return LocalPath.matches(page) ? "?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8) : "";
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
