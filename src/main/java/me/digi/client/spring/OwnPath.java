package me.digi.client.spring;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** A path of the application itself, with or without a query, that no browser takes for another site's. */
final class OwnPath {
    private static final int MOST_CHARS = 2000;
    /** Encoded slashes, backslashes, dots, percent signs and control characters: what is decoded twice must not change. */
    private static final Pattern AMBIGUOUS = Pattern.compile("(?i)%(2f|5c|2e|25|[01][0-9a-f]|7f)");

    private OwnPath() {}

    static boolean matches(String text) {
        if (text.length() > MOST_CHARS || !text.startsWith("/") || text.startsWith("//")) {
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
