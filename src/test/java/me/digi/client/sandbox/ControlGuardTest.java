package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import me.digi.client.sandbox.SandboxCaller.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The control API needs the token, and refuses other web pages even with it. */
class ControlGuardTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final ControlCaller control = new ControlCaller(sandbox);

    @Test
    void withoutTheTokenNoRequestPasses() {
        assertThat(SandboxCaller.exchange(control.request("").build()).status()).isEqualTo(401);
        assertThat(get(Map.of("Authorization", "Bearer wrong")).status()).isEqualTo(401);
        assertThat(get(Map.of("Authorization", sandbox.controlToken())).status())
                .isEqualTo(401);
        assertThat(get(Map.of("Cookie", "digime-sandbox-token=wrong")).status()).isEqualTo(401);
        assertThat(get(Map.of("Authorization", bearer())).status()).isEqualTo(200);
    }

    @Test
    void otherSitesAreRejectedEvenWithTheToken() {
        assertThat(get(Map.of("Authorization", bearer(), "Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
        assertThat(get(Map.of("Authorization", bearer(), "Origin", "null")).status())
                .isEqualTo(403);
        assertThat(get(Map.of("Authorization", bearer(), "Sec-Fetch-Site", "cross-site"))
                        .status())
                .isEqualTo(403);
        assertThat(get(Map.of("Authorization", bearer(), "Origin", sandbox.url().toString()))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80"})
    void aForeignHostNameIsRejected(String host) throws IOException {
        assertThat(statusLine(host)).contains(" 403 ");
        assertThat(statusLine("localhost:1")).contains(" 200 ");
    }

    @Test
    void aCookieWorksForReadingAndForPagesOfTheSandbox() {
        String cookie = "other=1; digime-sandbox-token=" + sandbox.controlToken();
        assertThat(get(Map.of("Cookie", cookie)).status()).isEqualTo(200);
        assertThat(delete(Map.of("Cookie", cookie)).status()).isEqualTo(403);
        assertThat(delete(Map.of("Cookie", cookie, "Origin", sandbox.url().toString()))
                        .status())
                .isEqualTo(204);
        assertThat(delete(Map.of("Cookie", cookie, "Sec-Fetch-Site", "same-origin"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void onTheNetworkItIsOffByDefault() throws IOException {
        InetAddress all = InetAddress.getByName("0.0.0.0");
        try (Sandbox open = Sandbox.builder().address(all).start()) {
            assertThat(open.controlUrl()).isNull();
            String url = open.url() + "/control/v1/";
            assertThat(SandboxCaller.exchange(HttpRequest.newBuilder(URI.create(url))
                                    .header("Authorization", "Bearer " + open.controlToken())
                                    .build())
                            .status())
                    .isEqualTo(404);
        }
        try (Sandbox open = Sandbox.builder()
                .address(all)
                .controlApi(true)
                .publicUrl("http://sandbox:8787/")
                .start()) {
            assertThat(open.controlUrl()).hasToString("http://sandbox:8787/control/v1/");
            assertThat(open.environment().baseUrl()).hasToString("http://sandbox:8787/v1.7/");
        }
    }

    @Test
    void unknownPathsAndMethodsAndBodiesAreRejected() {
        assertThat(SandboxCaller.exchange(control.request("nothing")
                                .header("Authorization", bearer())
                                .build())
                        .status())
                .isEqualTo(404);
        assertThat(SandboxCaller.exchange(control.request("clock")
                                .header("Authorization", bearer())
                                .DELETE()
                                .build())
                        .status())
                .isEqualTo(405);
        assertThat(SandboxCaller.exchange(control.request("users")
                                .header("Authorization", bearer())
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build())
                        .errorCode())
                .isEqualTo("ValidationErrors");
        assertThat(control.send("POST", "users", "{").status()).isEqualTo(400);
        assertThat(control.send("POST", "users", "{\"contractId\":\"a\",\"more\":1}")
                        .status())
                .isEqualTo(400);
    }

    private String bearer() {
        return "Bearer " + sandbox.controlToken();
    }

    private Reply get(Map<String, String> headers) {
        var request = control.request("");
        headers.forEach(request::header);
        return SandboxCaller.exchange(request.build());
    }

    private Reply delete(Map<String, String> headers) {
        var request = control.request("faults").DELETE();
        headers.forEach(request::header);
        return SandboxCaller.exchange(request.build());
    }

    /** Sends a request by hand, since the JDK's client sets this header itself. */
    private String statusLine(String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), sandbox.url().getPort())) {
            socket.getOutputStream()
                    .write(("GET /control/v1/ HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: " + bearer()
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
