package me.digi.client.internal.api;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import me.digi.client.Environment;
import me.digi.client.error.UnexpectedResponseException;

/**
 * The address of a page in a response, which a user's browser is sent to: https, or http at a host that the environment
 * itself has plain http for. Anything else (a script, a file, another user's credentials) is refused.
 */
final class PageLocation {
    private static final int MOST_CHARS = 8192;

    private PageLocation() {}

    /**
     * The address.
     *
     * @param operation in whose response it came
     * @param status of that response
     * @throws UnexpectedResponseException if no user is to be sent there
     */
    static URI checked(Environment environment, String operation, int status, String location) {
        String problem = "it is not the https address of a page";
        if (location.length() > MOST_CHARS) {
            throw new UnexpectedResponseException(operation, status, "$.location", "it is too long");
        }
        try {
            URI page = URI.create(location);
            if (isPage(page, environment)) {
                return page;
            }
        } catch (IllegalArgumentException e) {
            // Not kept as the cause: its message quotes the address.
            problem = "it is not a URI";
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
