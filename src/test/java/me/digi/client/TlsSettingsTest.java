package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate only the application's OkHttp client trusts. */
class TlsSettingsTest {
    private static final char[] PASSWORD = "password".toCharArray();

    @Test
    void theTrustOfTheGivenClientIsKeptAndWithoutItNothingIsSent(@TempDir Path directory) throws Exception {
        KeyStore certificate = certificate(directory.resolve("server.p12"));
        SSLContext context = SSLContext.getInstance("TLS");
        TrustManager[] trust = trust(certificate);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate, PASSWORD);
        context.init(keys.getKeyManagers(), trust, null);
        OkHttpClient given = new OkHttpClient.Builder()
                .sslSocketFactory(context.getSocketFactory(), (X509TrustManager) trust[0])
                .build();
        try (LocalDigiMe local = new LocalDigiMe();
                Relay relay = Relay.overTls(local, context.getSocketFactory());
                DigiMe trusting =
                        local.builderFor(relay.url()).httpClient(given).build();
                DigiMe distrusting = local.builderFor(relay.url()).build()) {
            UserAccessToken token = local.token();
            NetworkException failure =
                    thrownBy(NetworkException.class, () -> distrusting.refreshToken(local.contract, token));
            assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
            assertThat(failure).hasCauseInstanceOf(SSLHandshakeException.class);
            assertThat(local.pauses).as("no other try helps").isEmpty();
            assertThat(relay.paths()).isEmpty();
            assertThat(trusting.refreshToken(local.contract, token)).isInstanceOf(Refreshed.class);
            assertThat(relay.paths()).containsExactly("/jwks/oauth", "/oauth/token");
        }
    }

    /** Made with the JDK's own tool: its API has no way to make one. */
    private static KeyStore certificate(Path file) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1")
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static TrustManager[] trust(KeyStore certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", certificate.getCertificate("mykey"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust.getTrustManagers();
    }
}
