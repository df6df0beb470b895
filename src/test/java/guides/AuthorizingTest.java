package guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.Completed;
import me.digi.client.auth.ConsentResult;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.RefusalCode;
import me.digi.client.auth.Refused;
import me.digi.client.auth.SampleData;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.sandbox.junit.SandboxExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of {@code docs/authorizing.md}. */
class AuthorizingTest {
    @RegisterExtension
    static final SandboxExtension extension = MyApp.atASandbox();

    private final Map<String, String> session = new HashMap<>();
    private final List<Object> shown = new ArrayList<>();
    private URI page;

    private final DigiMe digiMe;
    private final ContractDetails contract;

    AuthorizingTest(DigiMe digiMe, ContractDetails contract) {
        this.digiMe = digiMe;
        this.contract = contract;
    }

    @BeforeEach
    void sendToConsent() {
        // docs: send the user to consent
        PendingConsent pending = digiMe.authorize(contract)
                .redirectUri("https://my.app/back") // registered in the contract
                .forUser("user-42") // keeps the library that the user may already have
                .start();
        session.put("consent", pending.toJson());
        redirect(pending.url());
        // docs: end
    }

    @Test
    void userComesBack(Sandbox sandbox) {
        callback(sandbox.allow(page).getRawQuery());
        assertThat(shown).hasSize(3);
    }

    @Test
    void userReturnsWithoutConsent(Sandbox sandbox) {
        callback(sandbox.deny(page).getRawQuery());
        assertThat(shown).containsExactly(RefusalCode.USER_CANCEL);
    }

    private void callback(String query) {
        // docs: read the callback
        PendingConsent pending = PendingConsent.fromJson(session.remove("consent"));
        ConsentResult result = pending.read(query);

        if (result instanceof Authorized consent) {
            DigiMeUser user = digiMe.signIn(contract, "user-42", consent).user();
            show(user.listAccounts()); // the token pair is in the store
        } else if (result instanceof Refused refused) {
            show(refused.code()); // such as USER_CANCEL, or null
        }
        // docs: end
    }

    @Test
    void readsWithTheSessionThatConsentHasBegun(Sandbox sandbox) {
        sandbox.newUsers(library -> library.script(SyncScript.atOnce()));
        Authorized consent =
                (Authorized) PendingConsent.fromJson(session.remove("consent")).read(sandbox.allow(page));
        DigiMeUser user = digiMe.signIn(contract, "newcomer", consent).user();
        // docs: read at once
        user.files(consent.session()).readAll(file -> store(file.name(), file.readText()));
        // docs: end
        assertThat(shown).isNotEmpty();
    }

    @Test
    void anotherContractOfTheSameUser(Sandbox sandbox, UserAccessToken token) {
        ContractDetails pushContract = sandbox.addContract("push", ContractKind.PUSH);
        // docs: the same user, another contract
        PendingConsent pending = digiMe.authorize(pushContract)
                .redirectUri("https://my.app/back")
                .userAccessToken(token) // of the first contract: the same library
                .start();
        // docs: end
        Authorized consent = (Authorized) pending.read(sandbox.allow(pending.url()));
        assertThat(digiMe.exchangeCode(pushContract, consent).userId()).isEqualTo(token.userId());
    }

    @Test
    void sampleDataInsteadOfTheUsersOwn() {
        long serviceId = 420;
        String dataSetId = "any";
        // docs: sample data
        PendingConsent pending = digiMe.authorize(contract)
                .redirectUri("https://my.app/back")
                .serviceId(serviceId)
                .sampleData(SampleData.of(dataSetId))
                .start();
        // docs: end
        assertThat(pending.url()).isNotNull();
    }

    @Test
    void userAddsASource(Sandbox sandbox, DigiMeUser user) {
        // docs: one more source
        PendingConsent pending =
                user.onboard().redirectUri("https://my.app/back").start();
        session.put("onboarding", pending.toJson());
        redirect(pending.url());
        // docs: end
        addedASource(sandbox.allow(page).getRawQuery(), user);
        assertThat(shown).hasSize(4);
    }

    private void addedASource(String query, DigiMeUser user) {
        // docs: one more source, back
        PendingConsent pending = PendingConsent.fromJson(session.remove("onboarding"));
        if (pending.readAccount(query) instanceof Completed) {
            show(user.listAccounts()); // no code to exchange: the token stays as it is
        }
        // docs: end
    }

    private void store(String name, String content) {
        shown.add(name + content);
    }

    private void redirect(URI url) {
        page = url;
    }

    private void show(List<?> what) {
        shown.addAll(what);
    }

    private void show(Object what) {
        shown.add(what);
    }
}
