package me.digi.client.internal.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.digi.client.internal.io.OneLine;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.wire.EncodedPath;

/** Encodes a path in the application's folder, and rejects paths that the service would not accept. */
final class StoragePath {
    private StoragePath() {}

    /** A file. A leading slash is optional. */
    static EncodedPath file(String path) {
        List<String> segments = segments(path);
        if (segments.isEmpty() || path.endsWith("/")) {
            throw invalid(path, "name a file");
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
            throw invalid(path, "name a folder (deleteAll deletes everything)");
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
        if (segment.isEmpty() || Require.isDots(segment)) {
            throw invalid(path, "not contain the segment \"" + segment + "\"");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(segment)) {
            throw invalid(path, "not contain unpaired surrogates");
        }
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c) || c == '\\') {
                String found = String.format(Locale.ROOT, "U+%04X", (int) c);
                throw invalid(path, "not contain spaces, backslashes or control characters, found " + found);
            }
        }
    }

    private static IllegalArgumentException invalid(String path, String requirement) {
        return new IllegalArgumentException("path must " + requirement + ": \"" + OneLine.of(path) + "\"");
    }
}
