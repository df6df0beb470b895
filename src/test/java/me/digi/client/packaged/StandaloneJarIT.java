package me.digi.client.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The standalone sandbox has every class that it needs, and none for tests in Java. */
class StandaloneJarIT {
    private static final Pattern CONTROL =
            Pattern.compile("control API: (\\S+) with the header Authorization: (Bearer \\S+)");
    private static final Path JAR = Packaged.jar("sandbox-standalone");

    @Test
    void itStartsWithOnlyJava() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        JAR.toString(),
                        "--port",
                        "0",
                        "--in-memory")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            Matcher control = control(lines);
            assertThat(send(control, "POST", "contracts", "{\"id\":\"mine\",\"kind\":\"read\"}")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(send(control, "GET", "contracts/mine/key", "").body()).startsWith("-----BEGIN RSA PRIVATE KEY");
            HttpResponse<String> user = send(control, "POST", "users", "{\"contractId\":\"mine\"}");
            assertThat(user.body()).contains("accessToken");
            assertThat(send(control, "GET", "", "").body()).contains("/v1.7/");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void itHasNothingForTestsInJava() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .contains("META-INF/LICENSE")
                    .noneMatch(name -> name.contains("/junit/") || name.contains("TokenStore"));
        }
        assertThat(JAR).isNotEmptyFile();
        assertThat(JAR.toFile().length()).as("bytes").isLessThan(1 << 20);
    }

    private static Matcher control(BufferedReader lines) throws IOException {
        StringBuilder printed = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher control = CONTROL.matcher(line);
            if (control.matches()) {
                return control;
            }
            printed.append(line).append('\n');
        }
        throw new AssertionError("no control API: " + printed);
    }

    private static HttpResponse<String> send(Matcher control, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(control.group(1) + path))
                .header("Authorization", control.group(2))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
