package me.digi.client.internal.read;

import java.util.regex.Pattern;
import me.digi.client.internal.crypto.Sha256;

/**
 * Names on disk for names from outside: no two files share one, none leads out of its directory, and all work on Windows,
 * macOS and Linux. Letters, digits, dots, dashes and underscores stay; anything else is written as in a URL.
 *
 * <p>A name on disk depends on nothing but the name, so it is the same from run to run, whatever else is listed and in
 * whichever order. Where a file system does not tell upper from lower case, one spelling of a name keeps it: the one in
 * lower case, but for the {@code D} before the month in digi.me's own names. Any other gets a digest.
 */
final class SafeNames {
    /** What Windows takes for a device, whatever follows the dot. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.DOTALL);

    /** As in {@code 18_2_17_300_D202311.json}. */
    private static final Pattern MONTH = Pattern.compile("_d(?=[0-9])");

    private static final String HEX = "0123456789ABCDEF";
    private static final int MOST_CHARS = 200;
    private static final int MOST_EXTENSION_CHARS = 16;
    private static final int DIGEST_CHARS = 16;

    private SafeNames() {}

    /** The name on disk. */
    static String safe(String name) {
        String escaped = escaped(name);
        boolean keeps = name.equals(usualSpelling(name)) && escaped.length() <= MOST_CHARS;
        return keeps ? escaped : withDigest(escaped, name);
    }

    private static String usualSpelling(String name) {
        StringBuilder lower = new StringBuilder(name);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            // Any other letter is escaped, and its cases differently.
            lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return MONTH.matcher(lower).replaceAll("_D");
    }

    private static String escaped(String name) {
        boolean isDevice = DEVICE.matcher(name).matches();
        StringBuilder escaped = new StringBuilder();
        name.codePoints().forEach(c -> {
            // A dot in front hides a file, and leads elsewhere; Windows drops one at the end.
            boolean isFirst = escaped.length() == 0;
            if (isPlain(c) && !(isFirst && (isDevice || c == '.'))) {
                escaped.append((char) c);
            } else {
                escape(c, escaped);
            }
        });
        int last = escaped.length() - 1;
        if (last >= 0 && escaped.charAt(last) == '.') {
            escaped.setLength(last);
            escaped.append("%2E");
        }
        return escaped.toString();
    }

    /** In UTF-8. Half a character, which UTF-8 does not have, is written as it would have it. */
    private static void escape(int c, StringBuilder escaped) {
        if (c < 0x80) {
            escape((byte) c, escaped);
        } else if (c < 0x800) {
            escape((byte) (0xC0 | (c >> 6)), escaped);
            escape((byte) (0x80 | (c & 0x3F)), escaped);
        } else if (c < 0x10000) {
            escape((byte) (0xE0 | (c >> 12)), escaped);
            escape((byte) (0x80 | ((c >> 6) & 0x3F)), escaped);
            escape((byte) (0x80 | (c & 0x3F)), escaped);
        } else {
            escape((byte) (0xF0 | (c >> 18)), escaped);
            escape((byte) (0x80 | ((c >> 12) & 0x3F)), escaped);
            escape((byte) (0x80 | ((c >> 6) & 0x3F)), escaped);
            escape((byte) (0x80 | (c & 0x3F)), escaped);
        }
    }

    private static void escape(byte b, StringBuilder escaped) {
        escaped.append('%').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '-'
                || c == '_';
    }

    /** The digest is before the extension, by which programs know a file. No name has a tilde otherwise. */
    private static String withDigest(String escaped, String name) {
        int dot = escaped.lastIndexOf('.');
        boolean hasExtension = dot > 0 && escaped.length() - dot <= MOST_EXTENSION_CHARS;
        String extension = hasExtension ? escaped.substring(dot) : "";
        String start = escaped.substring(0, escaped.length() - extension.length());
        String shortened = start.length() <= MOST_CHARS ? start : start.substring(0, MOST_CHARS);
        return shortened + "~" + digest(name) + extension;
    }

    private static String digest(String name) {
        StringBuilder units = new StringBuilder();
        escape(name, units);
        return Sha256.base64Url(units.toString()).substring(0, DIGEST_CHARS);
    }

    private static void escape(String name, StringBuilder escaped) {
        name.codePoints().forEach(c -> escape(c, escaped));
    }
}
