package me.digi.client.internal.api;

import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.StreamedResponse;
import me.digi.client.internal.wire.ExportApi;
import me.digi.client.report.PortabilityReport;
import org.jspecify.annotations.Nullable;

/** A report as it comes. */
final class ReportDownload {
    private ReportDownload() {}

    /** The report's bytes, for the caller to close. */
    static InputStream open(Caller calls, PortabilityReport report) {
        ExportApi api = calls.api(ExportApi.class);
        StreamedResponse response = calls.stream(
                CallTerms.of(ExportApi.DOWNLOAD_REPORT),
                context -> api.downloadReport(
                        context, report.serviceType(), report.format(), seconds(report.from()), seconds(report.to())));
        if (isPage(response)) {
            response.close();
            throw new UnexpectedResponseException(
                    ExportApi.DOWNLOAD_REPORT.id(),
                    response.status(),
                    "Content-Type",
                    "a web page in place of a report");
        }
        return response.stream();
    }

    /** As proxies send it that want somebody to log in. */
    private static boolean isPage(StreamedResponse response) {
        String type = response.header("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    private static @Nullable Long seconds(@Nullable Instant instant) {
        return instant == null ? null : instant.getEpochSecond();
    }
}
