package guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.content.Content;
import me.digi.client.error.ApiException;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.junit.SandboxExtension;
import me.digi.client.storage.Storage;
import me.digi.client.storage.StorageFile;
import me.digi.client.storage.StorageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The code of {@code docs/storage.md}. */
class StorageTest {
    @RegisterExtension
    static final SandboxExtension extension = MyApp.atASandbox();

    @TempDir
    Path directory;

    private final List<Object> shown = new ArrayList<>();

    @Test
    void userGetsAStorage(Sandbox sandbox, DigiMe digiMe, ContractDetails contract) {
        // docs: a storage for a user
        Storage storage = digiMe.storages(contract).create();
        PendingConsent pending = digiMe.authorize(contract)
                .redirectUri("https://my.app/back")
                .storageId(storage.id())
                .start();
        // docs: end
        var back = (Authorized) pending.read(sandbox.allow(pending.url()));
        DigiMeUser user = digiMe.signIn(contract, "user-42", back).user();
        assertThat(user.fetchStorage().id()).isEqualTo(storage.id());
    }

    @Test
    void files(DigiMe digiMe, ContractDetails contract) throws IOException {
        String storageId = digiMe.storages(contract).create().id();
        Path target = directory.resolve("march.json");
        // docs: files
        StorageFiles files = digiMe.storages(contract).files(storageId);

        files.upload("reports/2026/march.json", Content.of("{\"steps\": 312000}"));
        for (StorageFile file : files.listRecursively("reports")) {
            show(file.originalPath() + " " + file.originalName());
        }
        try (InputStream content = files.download("reports/2026/march.json")) {
            show(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
        files.download("reports/2026/march.json", target); // whole, or not at all
        files.deleteFile("reports/2026/march.json"); // or deleteFolder("reports"), with all that is in it
        // docs: end
        assertThat(shown).hasSize(2).contains("{\"steps\": 312000}");
        assertThat(target).hasContent("{\"steps\": 312000}");
        assertThat(files.list()).isEmpty();
        assertThatThrownBy(() -> files.download("reports/2026/march.json"))
                .isInstanceOfSatisfying(
                        ApiException.class, gone -> assertThat(gone.status()).isEqualTo(404));
    }

    private void show(String what) {
        shown.add(what);
    }
}
