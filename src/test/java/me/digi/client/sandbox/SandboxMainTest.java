package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import me.digi.client.auth.ContractDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxMainTest {
    @TempDir
    Path directory;

    @Test
    void itPrintsWhatAClientNeedsAndWritesKeysThatWork() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            SandboxMain.describe(sandbox, directory.resolve("keys"), new PrintStream(printed, true, UTF_8));
            assertThat(printed.toString(UTF_8))
                    .contains(sandbox.environment().baseUrl().toString())
                    .contains(sandbox.environment().cloudUrl().toString())
                    .contains("sandbox-app", "sandbox-contract", "sandbox-push", "sandbox-raw.pem");
            ContractDetails push = ContractDetails.builder()
                    .contractId("sandbox-push")
                    .privateKey(Files.readString(directory.resolve("keys/sandbox-push.pem")))
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
    void aPortThatIsNoneIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SandboxMain.main(new String[] {"--port"}))
                .withMessageContaining("--port");
    }
}
