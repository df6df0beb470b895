package me.digi.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import me.digi.client.error.ApiException;
import me.digi.client.error.ContentException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.report.PortabilityReport;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of a user's data. */
class PortabilityReportTest {
    private static final Instant FROM = Instant.ofEpochSecond(1_600_000_000);
    private static final Instant TO = Instant.ofEpochSecond(4_000_000_000L);

    @AutoClose
    private final CallSetup setup = CallSetup.withoutRetries();

    @Test
    void theReportIsReturnedUnchanged() throws IOException {
        assertThat(read(PortabilityReport.medMij()))
                .startsWith("<?xml")
                .contains("<report ")
                .endsWith("</report>\n");
        assertThat(setup.last(Operation.DOWNLOAD_REPORT).path()).endsWith("/export/medmij/report");
        assertThat(setup.last(Operation.DOWNLOAD_REPORT).header("Accept")).isEqualTo("application/octet-stream");
    }

    @Test
    void boundsAreSentInSecondsAndOnlyIfTheyAreSet() throws IOException {
        assertThat(query(PortabilityReport.medMij())).isEqualTo("format=xml");
        assertThat(query(PortabilityReport.medMij(FROM, null))).isEqualTo("format=xml&from=1600000000");
        assertThat(query(PortabilityReport.medMij(null, TO))).isEqualTo("format=xml&to=4000000000");
        assertThat(query(PortabilityReport.medMij(FROM, TO))).isEqualTo("format=xml&from=1600000000&to=4000000000");
        assertThat(query(PortabilityReport.medMij(FROM.plusMillis(999), FROM.plusMillis(1))))
                .isEqualTo("format=xml&from=1600000000&to=1600000000");
    }

    @Test
    void aPageIsNoReport() {
        setup.sandbox.failNext(Operation.DOWNLOAD_REPORT, CannedResponse.html(200));
        assertThat(thrownBy(UnexpectedResponseException.class, () -> read(PortabilityReport.medMij())))
                .hasMessageContaining("Content-Type")
                .hasMessageContaining("a web page instead of a report");
    }

    @Test
    void anEndBeforeTheStartIsRejectedAndShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortabilityReport.medMij(TO, FROM))
                .withMessage("to must not be before from: from " + TO + ", to " + FROM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", "a\nb"})
    void invalidServiceTypesAreRejectedAtOnce(String serviceType) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PortabilityReport(serviceType, "xml", null, null))
                .withMessageStartingWith("serviceType must");
    }

    @Test
    void otherKindsAndFormatsAreTheServicesToJudge() {
        ApiException failure =
                thrownBy(ApiException.class, () -> read(new PortabilityReport("a/b", "p&df", null, null)));
        assertThat(failure.code()).isEqualTo(ErrorCode.VALIDATION_ERRORS);
        assertThat(setup.last(Operation.DOWNLOAD_REPORT).path()).endsWith("/export/a%2Fb/report");
        assertThat(setup.last(Operation.DOWNLOAD_REPORT).query()).isEqualTo("format=p%26df");
    }

    @Test
    void aReportThatIsCutDoesNotLookLikeAWholeOne() {
        setup.sandbox.failNext(Operation.DOWNLOAD_REPORT, Delivery.TRUNCATE);
        assertThatThrownBy(() -> read(PortabilityReport.medMij()))
                .isInstanceOfAny(ContentException.class, NetworkException.class);
    }

    @Test
    void skippingFailsAsReadingDoes() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse()
                    .setBody("x".repeat(100_000))
                    .setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY));
            // Tests' own client reads all of a response.
            OkHttpClient plain = new OkHttpClient();
            String url = server.url("/v1.7/").toString();
            DigiMe client = setup.clientFor(url, builder -> builder.httpClient(plain));
            DigiMeUser user = KnownUser.of(client, setup.contract, setup.token);
            try (InputStream report = user.downloadReport(PortabilityReport.medMij())) {
                assertThatThrownBy(() -> report.skip(Long.MAX_VALUE)).isInstanceOf(ContentException.class);
            }
        }
    }

    @Test
    void aReportCanBeLeftUnread() throws IOException {
        InputStream report = setup.user.downloadReport(PortabilityReport.medMij());
        assertThat(report.read()).isEqualTo('<');
        report.close();
        assertThat(read(PortabilityReport.medMij())).startsWith("<?xml");
    }

    private String query(PortabilityReport report) throws IOException {
        assertThat(read(report)).isNotEmpty();
        return String.valueOf(setup.last(Operation.DOWNLOAD_REPORT).query());
    }

    private String read(PortabilityReport report) throws IOException {
        try (InputStream in = setup.user.downloadReport(report)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
