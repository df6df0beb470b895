package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import me.digi.client.auth.ContractDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxMainTest {
    @TempDir
    Path directory;

    @Test
    void itPrintsWhatAClientNeedsAndWritesKeysThatWork() throws IOException {
        try (Sandbox sandbox = parse(
                        "--port", "0", "--directory", directory.resolve("kept").toString())
                .start()) {
            String printed = printed(sandbox, false);
            assertThat(printed)
                    .contains("baseUrl=" + sandbox.environment().baseUrl())
                    .contains("cloudUrl=" + sandbox.environment().cloudUrl())
                    .contains("applicationId=sandbox-app")
                    .contains("contract: sandbox-contract, reads data", "sandbox-push", "sandbox-raw.pem")
                    .doesNotContain("warning");
            sandbox.contract("sandbox-push");
            ContractDetails push = ContractDetails.builder()
                    .contractId("sandbox-push")
                    .privateKey(Files.readString(directory.resolve("kept/keys/sandbox-push.pem")))
                    .build();
            SandboxCaller caller = new SandboxCaller(sandbox, push);
            assertThat(caller.send(
                                    "GET",
                                    "permission-access/contract",
                                    caller.jwt().sign(),
                                    null)
                            .json())
                    .containsEntry("accessType", "w");
        }
    }

    @Test
    void optionsSetContractsRedirectUrisClockAndRules() {
        try (Sandbox sandbox = parse(
                        "--port",
                        "0",
                        "--in-memory",
                        "--application-id",
                        "my-app",
                        "--contract",
                        "mine=push",
                        "--contract",
                        "other=read-raw",
                        "--redirect-uri",
                        "https://my.app/back",
                        "--clock",
                        "2030-01-01T00:00:00Z",
                        "--loosen",
                        "nonce-once")
                .start()) {
            assertThat(sandbox.applicationId()).isEqualTo("my-app");
            assertThat(sandbox.contracts())
                    .extracting(ContractView::id, ContractView::kind)
                    .containsExactly(tuple("mine", ContractKind.PUSH), tuple("other", ContractKind.READ_RAW));
            assertThat(sandbox.contracts().get(0).redirectUris()).contains("https://my.app/back");
            assertThat(sandbox.clock().instant()).isEqualTo("2030-01-01T00:00:00Z");
            assertThat(sandbox.rules())
                    .filteredOn(RuleView::loosened)
                    .extracting(RuleView::id)
                    .containsExactly("nonce-once");
            assertThat(printed(sandbox, true)).contains("warning: other machines can reach this sandbox");
        }
    }

    @Test
    void keysArePublishedTestKeysByDefault() throws IOException {
        String published = publishedKey();
        try (Sandbox sandbox = parse("--port", "0", "--in-memory").start();
                Sandbox fresh =
                        parse("--port", "0", "--in-memory", "--fresh-keys").start()) {
            assertThat(privateKey(sandbox)).isEqualTo(published);
            assertThat(privateKey(fresh)).isNotEqualTo(published);
        }
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.contract();
            assertThat(privateKey(sandbox)).isEqualTo(published);
        }
    }

    @Test
    void publishedKeysSayThatTheyAreTestKeys() throws IOException {
        for (String name : List.of("signing-0", "contract-sandbox-push", "contract-sandbox-raw")) {
            assertThat(keyFile(name)).startsWith("# TEST KEY.");
        }
        assertThat(CommandLine.HELP).contains("test keys");
        try (Sandbox sandbox = parse("--port", "0", "--in-memory").start()) {
            assertThat(new ConsoleCaller(sandbox)
                            .get("contracts/sandbox-contract")
                            .body())
                    .contains("test key");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--port x, --port must be a number from 0 to 65535: x",
        "--port 65536, --port must be a number from 0 to 65535: 65536",
        "--port, 'unknown option, or its value is missing: --port'",
        "--nothing 1, unknown option: --nothing",
        "8787, unexpected argument: 8787",
        "--contract mine, --contract must be like my-contract=read: mine",
        "--contract mine=all, 'the kind of a contract is read, push or read-raw: mine=all'",
        "--clock noon, --clock must be running or a time like 2030-01-01T00:00:00Z: noon",
        "--loosen everything, no rule that can be loosened: everything",
        "--seed a --fresh-keys, --fresh-keys and --seed exclude each other",
        "--seed a --directory b, --directory and --in-memory or --seed exclude each other",
        "--public-url sandbox, publicUrl must be like http://sandbox:8787: sandbox",
        "--address 0.0.0.0, Add --allow-network to permit that"
    })
    void aWrongOptionIsNamed(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(line.split(" ", -1)))
                .withMessageContaining(message);
    }

    private static String publishedKey() throws IOException {
        return keyFile("contract-sandbox-contract")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("-"))
                .collect(Collectors.joining());
    }

    private static String keyFile(String name) throws IOException {
        try (InputStream file = Sandbox.class.getResourceAsStream("keys/" + name + ".pem")) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private static String privateKey(Sandbox sandbox) {
        return Base64.getEncoder()
                .encodeToString(
                        sandbox.contract("sandbox-contract").privateKey().getEncoded());
    }

    private static CommandLine parse(String... arguments) {
        return CommandLine.parse(List.of(arguments));
    }

    private static String printed(Sandbox sandbox, boolean onNetwork) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        SandboxMain.describe(sandbox, onNetwork, new PrintStream(printed, true, UTF_8));
        return printed.toString(UTF_8);
    }
}
