package me.digi.client.internal.api;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import me.digi.client.Environment;
import me.digi.client.error.UnexpectedResponseException;

/**
 * Checks the URL of a page in a response: https, or http to a host that the environment itself uses plain http for.
 * Scripts, files and URLs with credentials are rejected.
 */
final class PageLocation {
    private static final int MAX_CHARS = 8192;

    private PageLocation() {}

    /**
     * Returns the URL of a page.
     *
     * @throws UnexpectedResponseException if the URL is not allowed
     */
    static URI checked(Environment environment, String operation, int status, String location) {
        String problem = "not an https URL of a page";
        if (location.length() > MAX_CHARS) {
            throw new UnexpectedResponseException(operation, status, "$.location", "too long");
        }
        try {
            URI page = URI.create(location);
            if (isPage(page, environment)) {
                return page;
            }
        } catch (IllegalArgumentException e) {
            // The exception is dropped because its message quotes the URL.
            problem = "not a valid URI";
        }
        throw new UnexpectedResponseException(operation, status, "$.location", problem);
    }

    private static boolean isPage(URI page, Environment environment) {
        if (page.getHost() == null || page.getRawUserInfo() != null) {
            return false;
        }
        return isHttps(page) || (isHttp(page) && isPlainHost(page.getHost(), environment));
    }

    private static boolean isPlainHost(String host, Environment environment) {
        return List.of(environment.baseUrl(), environment.onboardUrl()).stream()
                .anyMatch(url -> isHttp(url) && host.equalsIgnoreCase(url.getHost()));
    }

    private static boolean isHttps(URI url) {
        return "https".equals(scheme(url));
    }

    private static boolean isHttp(URI url) {
        return "http".equals(scheme(url));
    }

    private static String scheme(URI url) {
        return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    }
}
