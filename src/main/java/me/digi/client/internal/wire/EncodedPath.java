package me.digi.client.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A path of several segments within the path of a request, percent-encoded once: what the description marks with
 * {@code x-encoded-path}. A type of its own, so that nobody hands over a text that is not encoded, or is so twice.
 */
public final class EncodedPath {
    /** What a segment may have as it is, besides letters and digits: RFC 3986, {@code pchar}. */
    private static final String PLAIN = "-._~!$&'()*+,;=:@";

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final String text;

    private EncodedPath(String text) {
        this.text = text;
    }

    /** The path to a file, such as {@code diary/2023/notes.json}: no slash at either end. */
    public static EncodedPath file(List<String> segments) {
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("the path to a file has no segment");
        }
        return new EncodedPath(join(segments).substring(1));
    }

    /** The path to a folder, such as {@code /diary/2023/}: a slash at both ends, and {@code /} for no segment at all. */
    public static EncodedPath folder(List<String> segments) {
        return new EncodedPath(join(segments) + "/");
    }

    /** This path below these segments, such as {@code apps/my-app/diary/}: no slash before the first of them. */
    public EncodedPath below(String... parents) {
        String path = join(List.of(parents)).substring(1);
        return new EncodedPath(text.startsWith("/") ? path + text : path + "/" + text);
    }

    private static String join(List<String> segments) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException("no segment of a path: '" + segment + "'");
            }
            path.append('/');
            encode(segment, path);
        }
        return path.toString();
    }

    private static void encode(String segment, StringBuilder path) {
        for (byte unit : segment.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (unit & 0xff);
            if (isPlain(character)) {
                path.append(character);
            } else {
                path.append('%').append(HEX[character >> 4]).append(HEX[character & 0xf]);
            }
        }
    }

    private static boolean isPlain(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || PLAIN.indexOf(character) >= 0;
    }

    /** The path as it goes into the request. */
    @Override
    public String toString() {
        return text;
    }
}
