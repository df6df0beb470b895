package guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import me.digi.client.DigiMe;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.junit.SandboxExtension;
import me.digi.client.store.EncryptingTokenStore;
import me.digi.client.store.FileTokenStore;
import me.digi.client.store.TokenKeys;
import me.digi.client.store.TokenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The code of {@code docs/android.md}. */
class AndroidTest {
    @RegisterExtension
    static final SandboxExtension extension = MyApp.atASandbox();

    @TempDir
    Path directory;

    private final Map<String, String> session = new HashMap<>();
    private final DigiMe digiMe;
    private final ContractDetails contract;

    AndroidTest(DigiMe digiMe, ContractDetails contract) {
        this.digiMe = digiMe;
        this.contract = contract;
    }

    @Test
    void backendKeepsThePendingConsentAndTheTokens(Sandbox sandbox) {
        URI callback = sandbox.allow(consentPage("user-42"));
        consentCallback(callback.toString(), "user-42");
        assertThat(digiMe.user(contract, "user-42").listAccounts()).hasSize(3);
    }

    // docs: on the backend
    /** The phone asks for this, and opens it in a browser tab. */
    URI consentPage(String userKey) {
        PendingConsent pending = digiMe.authorize(contract)
                .redirectUri("https://my.app/back") // an App Link of the application
                .forUser(userKey) // a user who shares again keeps their library
                .start();
        session.put("consent", pending.toJson());
        return pending.url();
    }

    /** The phone sends what its App Link was opened with. */
    void consentCallback(String uri, String userKey) {
        PendingConsent pending = PendingConsent.fromJson(session.remove("consent"));
        if (pending.read(uri) instanceof Authorized consent) {
            digiMe.signIn(contract, userKey, consent);
        }
    }
    // docs: end

    @Test
    void withoutABackend() throws NoSuchAlgorithmException {
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        generator.init(256);
        SecretKey key = generator.generateKey();
        // docs: without a backend
        TokenKeys keys = TokenKeys.builder().current("keystore-1", key).build();
        TokenStore store = new EncryptingTokenStore(new FileTokenStore(directory), keys);
        // docs: end
        assertThat(store).isNotNull();
    }
}
