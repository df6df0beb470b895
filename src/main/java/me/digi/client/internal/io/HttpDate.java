package me.digi.client.internal.io;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses the three date formats of HTTP headers (RFC 9110, 5.6.7). */
public final class HttpDate {
    private static final int MAX_LENGTH = 60;

    private static final DateTimeFormatter ASCTIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("EEE MMM ppd HH:mm:ss uuuu")
            .toFormatter(Locale.US)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    /**
     * Returns null if the text is not a date.
     *
     * @param firstYear the first of the hundred years that two-digit years refer to
     */
    public static @Nullable Instant parse(String text, int firstYear) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        Instant date = parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
        date = date != null ? date : parse(text, rfc850(firstYear));
        return date != null ? date : parse(text, ASCTIME);
    }

    private static @Nullable Instant parse(String text, DateTimeFormatter form) {
        try {
            return Instant.from(form.parse(text));
        } catch (DateTimeException notThisForm) {
            return null;
        }
    }

    private static DateTimeFormatter rfc850(int firstYear) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(firstYear, 1, 1))
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.US)
                .withZone(ZoneOffset.UTC);
    }
}
