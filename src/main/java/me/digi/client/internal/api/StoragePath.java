package me.digi.client.internal.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.digi.client.internal.io.OneLine;
import me.digi.client.internal.wire.EncodedPath;

/** Encodes a path in the application's folder, and rejects paths that the service would not accept. */
final class StoragePath {
    private StoragePath() {}

    /** A file. A leading slash is optional. */
    static EncodedPath file(String path) {
        List<String> segments = segments(path);
        if (segments.isEmpty() || path.endsWith("/")) {
            throw new IllegalArgumentException("path must name a file: \"" + OneLine.of(path) + "\"");
        }
        return EncodedPath.file(segments);
    }

    /** A folder. Leading and trailing slashes are optional; an empty path is the application's folder. */
    static EncodedPath folder(String path) {
        return EncodedPath.folder(segments(path));
    }

    /** A folder other than the application's own. */
    static EncodedPath namedFolder(String path) {
        if (segments(path).isEmpty()) {
            throw new IllegalArgumentException(
                    "path must name a folder (deleteAll deletes everything): \"" + OneLine.of(path) + "\"");
        }
        return folder(path);
    }

    private static List<String> segments(String path) {
        String inner = path.startsWith("/") ? path.substring(1) : path;
        List<String> segments = new ArrayList<>();
        if (inner.isEmpty()) {
            return segments;
        }
        inner = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
        for (String segment : inner.split("/", -1)) {
            check(segment, path);
            segments.add(segment);
        }
        return segments;
    }

    private static void check(String segment, String path) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException(
                    "path must not contain the segment \"" + segment + "\": \"" + OneLine.of(path) + "\"");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(segment)) {
            throw new IllegalArgumentException(
                    "path must not contain unpaired surrogates: \"" + OneLine.of(path) + "\"");
        }
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c) || c == '\\') {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "path must not contain spaces, backslashes or control characters, found U+%04X: \"%s\"",
                        (int) c,
                        OneLine.of(path)));
            }
        }
    }
}
