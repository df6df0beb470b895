package me.digi.client.internal.api;

import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.StreamedResponse;
import me.digi.client.internal.wire.ExportApi;
import me.digi.client.report.PortabilityReport;
import org.jspecify.annotations.Nullable;

final class ReportDownload {
    private ReportDownload() {}

    /** The caller closes the stream. */
    static InputStream open(Caller calls, PortabilityReport report) {
        ExportApi api = calls.api(ExportApi.class);
        StreamedResponse response = calls.stream(
                CallSpec.of(ExportApi.DOWNLOAD_REPORT),
                context -> api.downloadReport(
                        context, report.serviceType(), report.format(), seconds(report.from()), seconds(report.to())));
        if (isPage(response)) {
            response.close();
            throw new UnexpectedResponseException(
                    ExportApi.DOWNLOAD_REPORT.id(),
                    response.status(),
                    "Content-Type",
                    "a web page instead of a report");
        }
        return response.stream();
    }

    /** Proxies respond with login pages. */
    private static boolean isPage(StreamedResponse response) {
        String type = response.header("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    private static @Nullable Long seconds(@Nullable Instant instant) {
        return instant == null ? null : instant.getEpochSecond();
    }
}
