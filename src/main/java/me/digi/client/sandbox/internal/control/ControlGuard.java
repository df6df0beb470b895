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
 * Keeps others out of the control API and the console: who does not have the token; other web pages, which a browser names in
 * {@code Origin} and {@code Sec-Fetch-Site}; and names that an attacker lets point to this machine (DNS rebinding), which show in
 * {@code Host}.
 */
public final class ControlGuard {
    /** The cookie that carries the token where a browser sends no header: pages, event streams. */
    public static final String COOKIE = "digime-sandbox-token";

    private static final String SCHEME = "Bearer ";

    private final String token;
    private final Set<String> hosts;

    /**
     * A guard.
     *
     * @param url by which clients reach the sandbox; loopback is good in any case
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

    /** Why the request is kept out, as a status and a sentence; null if it may pass. */
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
                : new Denied(403, "a change by a browser must say which page it comes from");
    }

    /** As {@link #check}, without the token: for the page that takes it. */
    public @Nullable Denied checkOrigin(Request request) {
        String host = request.first("Host");
        if (host == null || !hosts.contains(name(host))) {
            return new Denied(403, "this is not the address of the sandbox: " + host);
        }
        String origin = request.first("Origin");
        if (origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host)) {
            return new Denied(403, "another web page may not do this: " + origin);
        }
        String site = request.first("Sec-Fetch-Site");
        boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
        return foreign && !(request.method().equals("GET") && "navigate".equals(request.first("Sec-Fetch-Mode")))
                ? new Denied(403, "another web page may not do this")
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

    /** Why a request is kept out. */
    public record Denied(int status, String message) {}
}
