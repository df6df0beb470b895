package me.digi.client.internal.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import me.digi.client.internal.crypto.Sha256;
import me.digi.client.internal.io.PercentEncoding;

/**
 * Maps foreign names to file names: unique, within their directory, and valid on Windows, macOS and Linux. Letters,
 * digits, dots, dashes and underscores are kept; others are percent-encoded.
 *
 * <p>A file name depends only on the name, so it is stable between runs. For case-insensitive file systems, only one
 * spelling of a name is kept: lower case, except for the {@code D} before the month in digi.me's names. Others get a
 * digest.
 */
final class SafeNames {
    /** Windows reserves these, with any extension. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.DOTALL);

    /** As in {@code 18_2_17_300_D202311.json}. */
    private static final Pattern MONTH = Pattern.compile("_d(?=[0-9])");

    private static final int MAX_CHARS = 200;
    private static final int MAX_EXTENSION_CHARS = 16;
    private static final int DIGEST_CHARS = 16;

    private SafeNames() {}

    static String safe(String name) {
        String escaped = escaped(name);
        boolean keeps = name.equals(usualSpelling(name))
                && escaped.length() <= MAX_CHARS
                && StandardCharsets.UTF_8.newEncoder().canEncode(name);
        return keeps ? escaped : withDigest(escaped, name);
    }

    private static String usualSpelling(String name) {
        StringBuilder lower = new StringBuilder(name);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            // Other letters are escaped, differently for each case.
            lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return MONTH.matcher(lower).replaceAll("_D");
    }

    private static String escaped(String name) {
        String escaped = PercentEncoding.encode(name, ".-_");
        // A leading dot hides a file or refers elsewhere; Windows drops a trailing one.
        if (escaped.startsWith(".") || DEVICE.matcher(name).matches()) {
            escaped = String.format(Locale.ROOT, "%%%02X", (int) escaped.charAt(0)) + escaped.substring(1);
        }
        return escaped.endsWith(".") ? escaped.substring(0, escaped.length() - 1) + "%2E" : escaped;
    }

    /** The digest precedes the extension, which identifies the file type. Other names have no tilde. */
    private static String withDigest(String escaped, String name) {
        int dot = escaped.lastIndexOf('.');
        boolean hasExtension = dot > 0 && escaped.length() - dot <= MAX_EXTENSION_CHARS;
        String extension = hasExtension ? escaped.substring(dot) : "";
        String start = escaped.substring(0, escaped.length() - extension.length());
        String shortened = start.length() <= MAX_CHARS ? start : start.substring(0, MAX_CHARS);
        return shortened + "~" + digest(name) + extension;
    }

    private static String digest(String name) {
        // Numbers, since text would lose unpaired surrogates.
        String units = Arrays.toString(name.chars().toArray());
        return Sha256.base64Url(units).substring(0, DIGEST_CHARS);
    }
}
