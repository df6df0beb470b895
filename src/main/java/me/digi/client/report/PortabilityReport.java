package me.digi.client.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import me.digi.client.internal.io.Require;
import org.jspecify.annotations.Nullable;

/**
 * Selects a report by service type, format and time.
 *
 * @param serviceType such as {@code medmij}
 * @param format such as {@code xml}
 * @param from start, cut to whole seconds; null for no start
 * @param to end, cut to whole seconds; null for now
 */
public record PortabilityReport(
        String serviceType,
        String format,
        @Nullable Instant from,
        @Nullable Instant to) {
    public PortabilityReport {
        Require.segment("serviceType", serviceType);
        Require.text("format", format);
        from = from == null ? null : from.truncatedTo(ChronoUnit.SECONDS);
        to = to == null ? null : to.truncatedTo(ChronoUnit.SECONDS);
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from: from " + from + ", to " + to);
        }
    }

    /** All MedMij data, as XML: the only report that digi.me is known to offer. */
    public static PortabilityReport medMij() {
        return medMij(null, null);
    }

    /** MedMij data of a time range, as XML; null leaves an end open. */
    public static PortabilityReport medMij(@Nullable Instant from, @Nullable Instant to) {
        return new PortabilityReport("medmij", "xml", from, to);
    }
}
