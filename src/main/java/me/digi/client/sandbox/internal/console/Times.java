package me.digi.client.sandbox.internal.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import me.digi.client.sandbox.internal.html.Html;

/** Times for people. */
final class Times {
    private static final DateTimeFormatter WHOLE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Times() {}

    static Html whole(Instant instant) {
        return Html.of("<time datetime=\"{}\">{}</time>", instant, WHOLE.format(instant));
    }

    static Html ofDay(Instant instant) {
        return Html.of("<time datetime=\"{}\">{}</time>", instant, OF_DAY.format(instant));
    }

    /** {@code in 23 h} or {@code 2 days ago}. */
    static String relative(Instant instant, Instant now) {
        return instant.isAfter(now)
                ? "in " + length(Duration.between(now, instant))
                : length(Duration.between(instant, now)) + " ago";
    }

    static String length(Duration duration) {
        if (duration.toDays() >= 2) {
            return duration.toDays() + " days";
        }
        if (duration.toHours() >= 2) {
            return duration.toHours() + " hours";
        }
        return duration.toMinutes() >= 2 ? duration.toMinutes() + " minutes" : duration.toSeconds() + " seconds";
    }
}
