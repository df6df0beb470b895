package me.digi.client.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import me.digi.client.sandbox.SandboxCaller.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The console needs the token, and other web pages cannot change anything. */
class ConsoleGuardTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final ConsoleCaller console = new ConsoleCaller(sandbox);

    @Test
    void aBrowserThatIsNotSignedInSeesOnlyAFormForTheToken() {
        sandbox.createUser(sandbox.contract().contractId());
        Reply page = SandboxCaller.exchange(console.request("users").build());
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body()).contains("name=\"token\"").doesNotContain("user-", sandbox.controlToken());
    }

    @Test
    void thePrintedLinkSignsIn() {
        URI link = sandbox.consoleUrl();
        assertThat(link).isNotNull();
        Reply reply = SandboxCaller.exchange(HttpRequest.newBuilder(link).build());
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.headers().firstValue("Location")).contains("/console/");
        assertThat(reply.headers().firstValue("Set-Cookie"))
                .contains("digime-sandbox-token=" + sandbox.controlToken() + "; Path=/; HttpOnly; SameSite=Strict");
    }

    @Test
    void theFormAcceptsOnlyTheToken() {
        Reply wrong = SandboxCaller.exchange(
                ConsoleCaller.form(console.request("sign-in"), "token", "wrong").build());
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        Reply right = SandboxCaller.exchange(
                ConsoleCaller.form(console.request("sign-in"), "token", " " + sandbox.controlToken() + " ")
                        .build());
        assertThat(right.status()).isEqualTo(303);
        assertThat(right.headers().firstValue("Set-Cookie")).isPresent();
    }

    @Test
    void anotherSiteCannotChangeAnything() {
        for (Map.Entry<String, String> header : Map.of(
                        "Origin", "https://evil.example",
                        "Sec-Fetch-Site", "cross-site")
                .entrySet()) {
            Reply reply = SandboxCaller.exchange(ConsoleCaller.form(console.signedIn("time"), "duration", "P1D")
                    .header(header.getKey(), header.getValue())
                    .build());
            assertThat(reply.status()).as(header.getKey()).isEqualTo(403);
        }
        Reply unknown = SandboxCaller.exchange(
                ConsoleCaller.form(console.signedIn("time"), "duration", "P1D").build());
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(sandbox.clock().ahead()).isZero();
        assertThat(console.post("time", "duration", "P1D").status()).isEqualTo(303);
        assertThat(sandbox.clock().ahead()).hasDays(1);
    }

    @Test
    void aPageCannotBeFramedAndLoadsNothingFromOtherHosts() {
        assertThat(console.get("")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void onTheNetworkItIsOffByDefault() throws Exception {
        try (Sandbox open =
                Sandbox.builder().address(InetAddress.getByName("0.0.0.0")).start()) {
            assertThat(open.consoleUrl()).isNull();
            assertThat(new ConsoleCaller(open).get("").status()).isEqualTo(404);
            URI style = URI.create(open.url() + "/console/static/sandbox.css");
            assertThat(SandboxCaller.exchange(HttpRequest.newBuilder(style).build())
                            .status())
                    .as("the consent pages need it")
                    .isEqualTo(200);
        }
    }
}
