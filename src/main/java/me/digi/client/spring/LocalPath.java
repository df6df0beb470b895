package me.digi.client.spring;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Checks for a path of the application, with or without a query, that browsers do not resolve to another site. */
final class LocalPath {
    private static final int MAX_CHARS = 2000;
    /** Encoded slashes, backslashes, dots, percent signs and control characters, which change if decoded twice. */
    private static final Pattern AMBIGUOUS = Pattern.compile("(?i)%(2f|5c|2e|25|[01][0-9a-f]|7f)");

    private LocalPath() {}

    static boolean matches(String text) {
        if (text.length() > MAX_CHARS || !text.startsWith("/") || text.startsWith("//")) {
            return false;
        }
        try {
            // Rejects backslashes, white space and control characters.
            String path = new URI(text).getRawPath();
            return path.equals(URI.create(path).normalize().getRawPath())
                    && !AMBIGUOUS.matcher(path).find();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
