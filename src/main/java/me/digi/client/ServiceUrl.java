package me.digi.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Checks the base URLs of the service. Never shows a URL that may contain a password. */
final class ServiceUrl {
    private static final Pattern LOOPBACK_IPV4 =
            Pattern.compile("127(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");
    private static final int MAX_PORT = 65535;

    private ServiceUrl() {}

    static URI parse(String field, String url) {
        try {
            return new URI(Objects.requireNonNull(url, field));
        } catch (URISyntaxException e) {
            String shown = url.contains("@") ? "" : ": " + url;
            throw new IllegalArgumentException(field + " is not a valid URL (" + e.getReason() + ")" + shown);
        }
    }

    /** The URL with a trailing slash; https, or http for loopback and where it is allowed. */
    static URI checked(String field, URI url, boolean allowPlainHttp) {
        String authority = url.getRawAuthority();
        rejectIf(
                url.toString().contains("@") && (authority == null || authority.contains("@")),
                field,
                url,
                "must not contain a user name or password");
        rejectIf(url.getRawQuery() != null, field, url, "must not have a query");
        rejectIf(url.getRawFragment() != null, field, url, "must not have a fragment");
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        rejectIf(!scheme.equals("https") && !scheme.equals("http"), field, url, "must begin with https://");
        String host = url.getHost();
        if (host == null) {
            boolean hasNone = authority == null || authority.startsWith(":");
            throw invalid(
                    field,
                    url,
                    hasNone ? "must have a host" : "must have a valid host, without underscores, and a valid port");
        }
        rejectIf(url.getPort() == 0 || url.getPort() > MAX_PORT, field, url, "must have a port from 1 to 65535");
        rejectIf(
                scheme.equals("http") && !allowPlainHttp && !isLoopback(host),
                field,
                url,
                "must be https (plain http is allowed only for loopback: localhost, 127.0.0.0/8, [::1])");
        return url.getRawPath().endsWith("/") ? url : URI.create(url + "/");
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || LOOPBACK_IPV4.matcher(host).matches();
    }

    private static void rejectIf(boolean wrong, String field, URI url, String problem) {
        if (wrong) {
            throw invalid(field, url, problem);
        }
    }

    /** Shows only scheme, host, port and path: user information and queries may contain secrets. */
    private static IllegalArgumentException invalid(String field, URI url, String problem) {
        String text = url.toString();
        String shown = text.contains("@") ? "" : ": " + text.split("[?#]", 2)[0];
        return new IllegalArgumentException(field + " " + problem + shown);
    }
}
