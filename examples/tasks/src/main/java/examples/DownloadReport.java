package examples;

import examples.support.Service;
import java.io.InputStream;
import java.time.Instant;
import me.digi.client.DigiMeUser;
import me.digi.client.report.PortabilityReport;

/**
 * Downloads a report of a user's data, of all time or of a part of it, as it streams.
 *
 * <p>Arguments: {@code [token.json [from [to]]]}: times such as {@code 2026-01-01T00:00:00Z}.
 */
public final class DownloadReport {
    public static void main(String[] args) throws Exception {
        Instant from = args.length > 1 ? Instant.parse(args[1]) : null;
        Instant to = args.length > 2 ? Instant.parse(args[2]) : null;
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.contract(), args);
            try (InputStream report = user.downloadReport(PortabilityReport.medMij(from, to))) {
                report.transferTo(System.out);
            }
        }
    }
}
