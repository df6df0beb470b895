package me.digi.client.internal.read;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import me.digi.client.internal.crypto.Sha256;

/**
 * Names on disk for names from outside: no two files share one, none leads out of its directory, and all work on Windows,
 * macOS and Linux. Letters, digits, dots, dashes and underscores stay; anything else is written as in a URL. Safe for use
 * by many threads.
 */
final class SafeNames {
    /** What Windows takes for a device, whatever follows the dot. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.DOTALL);

    private static final int MOST_CHARS = 200;
    private static final int DIGEST_CHARS = 16;

    /** The names in use, as a file system sees them that does not tell upper from lower case. */
    private final Map<String, String> owners = new HashMap<>();

    /** The name on disk: the same each time for the same name. */
    synchronized String safe(String name) {
        String safe = shortened(escaped(name), name);
        String owner = owners.putIfAbsent(safe.toLowerCase(Locale.ROOT), name);
        if (owner == null || owner.equals(name)) {
            return safe;
        }
        return withDigest(safe, name);
    }

    private static String escaped(String name) {
        boolean isDevice = DEVICE.matcher(name).matches();
        StringBuilder escaped = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            // A dot in front hides a file, and leads elsewhere; Windows drops one at the end.
            boolean isFirst = escaped.length() == 0;
            boolean stays = isPlain(b) && !(isFirst && (isDevice || b == '.'));
            escaped.append(stays ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xFF));
        }
        if (name.endsWith(".") && escaped.length() > 3) {
            escaped.setLength(escaped.length() - 1);
            escaped.append("%2E");
        }
        return escaped.toString();
    }

    private static boolean isPlain(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '.'
                || b == '-'
                || b == '_';
    }

    private static String shortened(String safe, String name) {
        return safe.length() <= MOST_CHARS ? safe : withDigest(safe, name);
    }

    /** No name has a tilde otherwise. */
    private static String withDigest(String safe, String name) {
        String start = safe.length() <= MOST_CHARS ? safe : safe.substring(0, MOST_CHARS);
        return start + "~" + Sha256.base64Url(name).substring(0, DIGEST_CHARS);
    }
}
