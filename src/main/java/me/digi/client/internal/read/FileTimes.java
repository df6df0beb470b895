package me.digi.client.internal.read;

import java.time.Instant;
import me.digi.client.internal.io.HttpDate;
import org.jspecify.annotations.Nullable;

/** The times that come with a file. Nothing depends on them, so one that makes no sense is as good as none. */
final class FileTimes {
    /** No file was changed before there were such times. */
    private static final int FIRST_YEAR = 1970;

    private FileTimes() {}

    static @Nullable Instant ofMillis(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** The date of a {@code last-modified} header (RFC 9110, 8.8.2). */
    static @Nullable Instant ofHttpDate(@Nullable String date) {
        if (date == null) {
            return null;
        }
        return HttpDate.parse(date.trim(), FIRST_YEAR);
    }
}
