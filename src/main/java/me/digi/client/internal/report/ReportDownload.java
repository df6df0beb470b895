package me.digi.client.internal.report;

import java.io.InputStream;
import java.time.Instant;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.user.UserCalls;
import me.digi.client.internal.wire.ExportApi;
import me.digi.client.report.PortabilityReport;
import org.jspecify.annotations.Nullable;

/** A report as it comes. */
public final class ReportDownload {
    private ReportDownload() {}

    /** The report's bytes, for the caller to close. */
    public static InputStream open(UserCalls calls, PortabilityReport report) {
        ExportApi api = calls.api(ExportApi.class);
        return calls.stream(
                CallTerms.safe("portabilityReport"),
                context -> api.portabilityReport(
                        context, report.serviceType(), report.format(), seconds(report.from()), seconds(report.to())))
                .stream();
    }

    private static @Nullable Long seconds(@Nullable Instant instant) {
        return instant == null ? null : instant.getEpochSecond();
    }
}
