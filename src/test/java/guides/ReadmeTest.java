package guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ConsentResult;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.read.Account;
import me.digi.client.read.ReadAllSummary;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.sandbox.junit.SandboxExtension;
import me.digi.client.store.ReauthorizationRequiredException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of {@code README.md}. */
class ReadmeTest {
    @RegisterExtension
    static final SandboxExtension extension = MyApp.atASandbox();

    private final List<Account> shown = new ArrayList<>();
    private final List<UserAccessToken> saved = new ArrayList<>();
    private final List<String> stored = new CopyOnWriteArrayList<>();
    private URI redirectedTo;

    @BeforeAll
    static void nobodyWaits(Sandbox sandbox) {
        sandbox.newUsers(library -> library.script(SyncScript.atOnce()));
    }

    @Test
    void firstCall(Sandbox sandbox) {
        String contractId = sandbox.contract().contractId();
        String pem = sandbox.privateKeyPem(sandbox.contract());

        // docs: the first call
        ContractDetails contract =
                ContractDetails.builder().contractId(contractId).privateKey(pem).build();

        try (DigiMe digiMe = DigiMe.builder()
                .applicationId("my-app")
                .contract(contract)
                .environment(sandbox.environment()) // hidden
                .clock(sandbox.clock()) // hidden
                .build()) {
            PendingConsent pending = digiMe.authorize()
                    .redirectUri("https://my.app/back")
                    .forUser("user-42")
                    .start();
            // Keep pending.toJson() in the user's session, send the browser to pending.url(), and in the callback:
            URI callbackUri = sandbox.allow(pending.url()); // hidden
            ConsentResult result = pending.read(callbackUri);

            if (result instanceof Authorized consent) {
                DigiMeUser user = digiMe.signIn("user-42", consent).user();
                show(user.listAccounts()); // the token pair is stored, and refreshes itself from here on
            }
        } catch (ReauthorizationRequiredException e) {
            // The user has to consent again: user.reauthorize().redirectUri(…).start()
            fail(e); // hidden
        } catch (DigiMeException e) {
            // Everything else that can go wrong is of this family.
            fail(e); // hidden
        }
        // docs: end
        assertThat(shown).hasSize(3);
    }

    @Test
    void refreshByHand(Sandbox sandbox, DigiMe digiMe, ContractDetails contract, UserAccessToken token) {
        refreshByHand(digiMe, contract, token);
        assertThat(saved).hasSize(1);

        sandbox.revoke(token.userId());
        refreshByHand(digiMe, contract, saved.get(0));
        assertThat(redirectedTo).hasToString(sandbox.environment().onboardUrl() + "user-reauth");
    }

    private void refreshByHand(DigiMe digiMe, ContractDetails contract, UserAccessToken token) {
        // docs: refresh by hand
        RefreshResult result = digiMe.refreshToken(contract, token);
        if (result instanceof RefreshResult.Refreshed refreshed) {
            save(refreshed.token()); // before anything else: the old pair is no longer valid
        } else if (result instanceof RefreshResult.Reauthorize) {
            redirect(digiMe.reauthorize(contract, token)
                    .redirectUri("https://my.app/back")
                    .start());
        }
        // docs: end
    }

    @Test
    void readAll(DigiMe digiMe, ContractDetails contract, UserAccessToken token) {
        digiMe.takeOver(contract, "user-42", token);
        // docs: read all
        DigiMeUser user = digiMe.user(contract, "user-42");
        ReadAllSummary summary = user.files(user.startSession()).readAll(file -> store(file.name(), file.readText()));
        if (!summary.isComplete()) {
            summary.failures().forEach(failure -> log(failure.entry().name(), failure.cause()));
        }
        // docs: end
        assertThat(stored).hasSameSizeAs(summary.files()).isNotEmpty();
    }

    private void store(String name, String content) {
        stored.add(name + ": " + content);
    }

    private static void log(String name, Throwable cause) {
        fail(name, cause);
    }

    private void redirect(PendingConsent pending) {
        redirectedTo = URI.create(pending.url().toString().replaceFirst("\\?.*", ""));
    }

    private void save(UserAccessToken token) {
        saved.add(token);
    }

    private void show(List<Account> accounts) {
        shown.addAll(accounts);
    }
}
