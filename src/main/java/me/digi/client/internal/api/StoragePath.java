package me.digi.client.internal.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.digi.client.internal.io.OneLine;
import me.digi.client.internal.wire.EncodedPath;

/** A path below the application's folder, rejected before anything is sent if the service would not take it. */
final class StoragePath {
    private StoragePath() {}

    /** To a file; a slash at its start makes no difference. */
    static EncodedPath file(String path) {
        List<String> segments = segments(path);
        if (segments.isEmpty() || path.endsWith("/")) {
            throw new IllegalArgumentException("path must name a file: \"" + OneLine.of(path) + "\"");
        }
        return EncodedPath.file(segments);
    }

    /** To a folder; slashes at its ends make no difference, and nothing at all is the application's own folder. */
    static EncodedPath folder(String path) {
        return EncodedPath.folder(segments(path));
    }

    /** To a folder below the application's own. */
    static EncodedPath namedFolder(String path) {
        if (segments(path).isEmpty()) {
            throw new IllegalArgumentException(
                    "path must name a folder (deleteAll is for everything): \"" + OneLine.of(path) + "\"");
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
                    "path must have no segment \"" + segment + "\": \"" + OneLine.of(path) + "\"");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(segment)) {
            throw new IllegalArgumentException(
                    "path must be text, and has half a character: \"" + OneLine.of(path) + "\"");
        }
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c) || c == '\\') {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "path must have no spaces, backslashes or control characters, and has U+%04X: \"%s\"",
                        (int) c,
                        OneLine.of(path)));
            }
        }
    }
}
