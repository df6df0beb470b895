package me.digi.client.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import me.digi.client.internal.io.Require;
import org.jspecify.annotations.Nullable;

/**
 * Which report to ask for: of the data of one kind of service, as a file of one format, of some time.
 *
 * @param serviceType which kind of service, such as {@code medmij}
 * @param format which format, such as {@code xml}
 * @param from from when on, cut to whole seconds; from the beginning if null
 * @param to until when, cut to whole seconds; until now if null
 */
public record PortabilityReport(
        String serviceType,
        String format,
        @Nullable Instant from,
        @Nullable Instant to) {
    /** Rejects an end before the start. */
    public PortabilityReport {
        Require.segment("serviceType", Objects.requireNonNull(serviceType, "serviceType"));
        Require.text("format", Objects.requireNonNull(format, "format"));
        from = from == null ? null : from.truncatedTo(ChronoUnit.SECONDS);
        to = to == null ? null : to.truncatedTo(ChronoUnit.SECONDS);
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from: from " + from + ", to " + to);
        }
    }

    /** All that MedMij has, as XML: the one report that digi.me is known to make. */
    public static PortabilityReport medMij() {
        return medMij(null, null);
    }

    /** What MedMij has of some time, as XML; a bound that is null is none. */
    public static PortabilityReport medMij(@Nullable Instant from, @Nullable Instant to) {
        return new PortabilityReport("medmij", "xml", from, to);
    }
}
