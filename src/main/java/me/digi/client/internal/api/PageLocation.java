package me.digi.client.internal.api;

import java.net.URI;
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
        return has("https", page)
                || (has("http", page)
                        && (isPlain(page, environment.baseUrl()) || isPlain(page, environment.onboardUrl())));
    }

    private static boolean isPlain(URI page, URI service) {
        return has("http", service) && page.getHost().equalsIgnoreCase(service.getHost());
    }

    private static boolean has(String scheme, URI url) {
        return scheme.equalsIgnoreCase(url.getScheme());
    }
}
