package me.digi.client.sandbox.internal.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import me.digi.client.sandbox.internal.protocol.Request;
import org.jspecify.annotations.Nullable;

/**
 * Protects the control API and the console from clients without the token, from other web pages, which the headers
 * {@code Origin} and {@code Sec-Fetch-Site} name, and from DNS rebinding, by the header {@code Host}.
 */
public final class ControlGuard {
    /** The cookie with the token, for pages and event streams, where browsers send no header. */
    public static final String COOKIE = "digime-sandbox-token";

    private static final String SCHEME = "Bearer ";

    private final String token;
    private final Set<String> hosts;

    /**
     * Creates a guard.
     *
     * @param url the URL of the sandbox; loopback is always accepted
     */
    public ControlGuard(String token, URI url) {
        this.token = token;
        Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        names.add(name(url.getAuthority()));
        this.hosts = Set.copyOf(names);
    }

    public String token() {
        return token;
    }

    /** Returns why the request is denied, or null if it is allowed. */
    public @Nullable Denied check(Request request) {
        Denied foreign = checkOrigin(request);
        if (foreign != null) {
            return foreign;
        }
        String authorization = request.first("Authorization");
        if (authorization != null) {
            return authorization.startsWith(SCHEME) && isToken(authorization.substring(SCHEME.length()))
                    ? null
                    : new Denied(401, "the token is wrong");
        }
        String cookie = cookie(request);
        if (cookie == null) {
            return new Denied(
                    401, "the header Authorization: Bearer <token> is missing; the sandbox printed the token");
        }
        if (!isToken(cookie)) {
            return new Denied(401, "the token is wrong");
        }
        return isSafe(request.method()) || isSameOrigin(request)
                ? null
                : new Denied(403, "a browser must name the origin of a change");
    }

    /** As {@link #check}, without the token, for the sign-in page. */
    public @Nullable Denied checkOrigin(Request request) {
        String host = request.first("Host");
        if (host == null || !hosts.contains(name(host))) {
            return new Denied(403, "not the address of the sandbox: " + host);
        }
        String origin = request.first("Origin");
        if (origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host)) {
            return new Denied(403, "requests from other web pages are not allowed: " + origin);
        }
        String site = request.first("Sec-Fetch-Site");
        boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
        return foreign && !(request.method().equals("GET") && "navigate".equals(request.first("Sec-Fetch-Mode")))
                ? new Denied(403, "requests from other web pages are not allowed")
                : null;
    }

    public boolean isToken(String candidate) {
        return MessageDigest.isEqual(candidate.getBytes(UTF_8), token.getBytes(UTF_8));
    }

    private static boolean isSameOrigin(Request request) {
        return request.first("Origin") != null || "same-origin".equals(request.first("Sec-Fetch-Site"));
    }

    private static boolean isSafe(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static @Nullable String cookie(Request request) {
        String header = request.first("Cookie");
        for (String cookie : header == null ? new String[0] : header.split(";\\s*", -1)) {
            if (cookie.startsWith(COOKIE + "=")) {
                return cookie.substring(COOKIE.length() + 1);
            }
        }
        return null;
    }

    private static String name(String host) {
        return host.replaceAll(":\\d*$", "").toLowerCase(Locale.ROOT);
    }

    /** Why a request is denied. */
    public record Denied(int status, String message) {}
}
