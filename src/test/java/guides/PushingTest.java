package guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.content.Content;
import me.digi.client.push.ProviderStandard;
import me.digi.client.push.PushDescriptor;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxLibrary;
import me.digi.client.sandbox.junit.SandboxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The code of {@code docs/pushing.md}. */
class PushingTest {
    @RegisterExtension
    final SandboxExtension extension = MyApp.atASandbox();

    @TempDir
    Path directory;

    @Test
    void pushes(Sandbox sandbox, DigiMe digiMe, UserAccessToken token) throws IOException {
        ContractDetails pushContract = sandbox.addContract("push", ContractKind.PUSH);
        DigiMeUser user = consent(sandbox, digiMe, pushContract, token);
        Path file = Files.writeString(directory.resolve("letter.pdf"), "a letter");
        InputStream stream =
                new ByteArrayInputStream("another letter".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        // docs: into the library
        PushDescriptor letter = PushDescriptor.builder()
                .mimeType("application/pdf")
                .addAccountIds("patient-17") // any id that means something to you
                .addTags("discharge-letter")
                .build();
        user.pushToLibrary(letter, Content.of(file));
        // docs: end
        // docs: what can be read once
        user.pushToLibrary(letter, Content.oneShot(stream));
        // docs: end

        SandboxLibrary library = sandbox.library(token.userId());
        assertThat(library.pushed()).hasSize(2);

        String accountId = library.accountIds().get(0);
        // docs: to a provider
        String observation = "{\"resourceType\": \"Observation\", \"status\": \"final\"}";
        user.pushToProvider(accountId, ProviderStandard.FHIR_STU3, observation);
        // docs: end
        assertThat(library.providerPushes()).hasSize(1);
    }

    private static DigiMeUser consent(Sandbox sandbox, DigiMe digiMe, ContractDetails contract, UserAccessToken known) {
        PendingConsent link = digiMe.authorize(contract)
                .redirectUri("https://my.app/back")
                .userAccessToken(known)
                .start();
        var back = (Authorized) link.read(sandbox.allow(link.url()));
        return digiMe.signIn(contract, "user-42", back).user();
    }
}
