package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that the console shows. {@code ConsoleSnippetTest.kt} has the Kotlin part. */
class ConsoleSnippetsTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final ConsoleCaller console = new ConsoleCaller(sandbox);

    @Test
    void javaProgramCompiles(@TempDir Path directory) throws Exception {
        sandbox.contract();
        String program = code("start").stream()
                .filter(block -> block.contains("public class Read"))
                .findFirst()
                .orElseThrow();
        Path file = Files.writeString(directory.resolve("Read.java"), program, UTF_8);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        boolean compiled = compiler.getTask(
                        errors,
                        null,
                        null,
                        List.of("-proc:none", "-d", directory.toString(), "-cp", System.getProperty("java.class.path")),
                        null,
                        compiler.getStandardFileManager(null, null, UTF_8).getJavaFileObjects(file))
                .call();
        assertThat(compiled).as(errors.toString()).isTrue();
    }

    @Test
    void everyOfficialSdkHasASnippetOfThisSandbox() {
        sandbox.contract();
        List<String> blocks = code("contracts/sandbox-contract");
        assertThat(blocks)
                .hasSize(5)
                .allSatisfy(block -> assertThat(block)
                        .contains(
                                "sandbox-app", "sandbox-contract", sandbox.url().toString())
                        .doesNotContain("{{"));
        assertThat(blocks).anyMatch(block -> block.contains("import DigiMeSDK"));
        assertThat(blocks).anyMatch(block -> block.contains("DigiMeConfiguration("));
        assertThat(console.get("contracts/sandbox-contract").body()).contains("cannot be used with this sandbox");
    }

    @Test
    void redirectUriOfTheIosSdkCanBeRegistered() {
        String redirectUri = "digime-ca-sandbox-app://auth";
        assertThat(console.get("contracts/" + sandbox.contract().contractId()).body())
                .contains(redirectUri);
        sandbox.redirectUris("sandbox-contract", List.of(redirectUri));
        SandboxCaller caller = new SandboxCaller(sandbox);
        URI link = caller.authorizeLink(
                caller.authorizeJwt(SandboxCaller.verifier()).claim("redirect_uri", redirectUri));
        assertThat(sandbox.allow(link).toString()).startsWith(redirectUri + "?");
    }

    private List<String> code(String page) {
        return Pattern.compile("<pre class=\"copy program\"[^>]*>(.*?)</pre>", Pattern.DOTALL)
                .matcher(console.get(page).body())
                .results()
                .map(MatchResult::group)
                .map(block -> block.replaceAll("<[^>]*>", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&"))
                .toList();
    }
}
