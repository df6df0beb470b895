package me.digi.client.internal.wire;

import java.util.List;
import me.digi.client.internal.io.PercentEncoding;
import me.digi.client.internal.io.Require;

/**
 * A path of several segments in a request's path, percent-encoded once ({@code x-encoded-path} in the API description).
 * A separate type prevents missing and double encoding.
 */
public final class EncodedPath {
    /** Not encoded, besides letters and digits: RFC 3986, {@code pchar}. */
    private static final String PLAIN = "-._~!$&'()*+,;=:@";

    private final String text;

    private EncodedPath(String text) {
        this.text = text;
    }

    /** A file, such as {@code diary/2023/notes.json}: no leading or trailing slash. */
    public static EncodedPath file(List<String> segments) {
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("the path to a file has no segment");
        }
        return new EncodedPath(join(segments).substring(1));
    }

    /** A folder, such as {@code /diary/2023/}: leading and trailing slash; {@code /} without segments. */
    public static EncodedPath folder(List<String> segments) {
        return new EncodedPath(join(segments) + "/");
    }

    /** The path below the given segments, such as {@code apps/my-app/diary/}: no leading slash. */
    public EncodedPath below(String... parents) {
        String path = join(List.of(parents)).substring(1);
        return new EncodedPath(text.startsWith("/") ? path + text : path + "/" + text);
    }

    private static String join(List<String> segments) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            if (segment.isEmpty() || Require.isDots(segment)) {
                throw new IllegalArgumentException("not a path segment: '" + segment + "'");
            }
            path.append('/').append(PercentEncoding.encode(segment, PLAIN));
        }
        return path.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
