package me.digi.client.internal.content;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The times that come with a file. Nothing depends on them, so one that makes no sense is as good as none. */
public final class FileTimes {
    private FileTimes() {}

    static @Nullable Instant ofMillis(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** The date of a {@code last-modified} header (RFC 9110, 8.8.2). */
    public static @Nullable Instant ofHttpDate(@Nullable String date) {
        if (date == null) {
            return null;
        }
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.trim()));
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
