package me.digi.client.internal.io;

import com.squareup.moshi.JsonDataException;
import java.util.regex.Pattern;

/** Removes names that are not in the API description from JSON paths: foreign names may be secrets. */
public final class KnownPath {
    private static final Pattern INDEXES = Pattern.compile("(\\[[0-9]+])*");
    private static final Pattern PLACE = Pattern.compile(" at (path )?\\$");
    /** Longer paths contain foreign names. */
    private static final int MAX_CHARS = 1000;

    private KnownPath() {}

    /** Replaces each unknown name by a star. */
    public static String of(String path) {
        StringBuilder known = new StringBuilder("$");
        String[] parts = path.substring(0, Math.min(path.length(), MAX_CHARS)).split("\\.", -1);
        known.append(indexes(parts[0].startsWith("$") ? parts[0].substring(1) : ""));
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('[');
            String name = end < 0 ? parts[i] : parts[i].substring(0, end);
            known.append('.').append(DescribedNames.contains(name) ? name : "*");
            known.append(end < 0 ? "" : indexes(parts[i].substring(end)));
        }
        return known.toString();
    }

    /** The message without its path. */
    public static String problem(JsonDataException e) {
        return PLACE.split(String.valueOf(e.getMessage()), 2)[0];
    }

    private static String indexes(String text) {
        return INDEXES.matcher(text).matches() ? text : "";
    }
}
