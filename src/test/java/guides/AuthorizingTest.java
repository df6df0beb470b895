package guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.SignIn;
import me.digi.client.auth.AccountResult;
import me.digi.client.auth.AuthorizationResult;
import me.digi.client.auth.AuthorizationUrl;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PageUrl;
import me.digi.client.auth.RefusalCode;
import me.digi.client.auth.SampleData;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Sandbox;
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
        String state = UUID.randomUUID().toString();
        AuthorizationUrl link = digiMe.authorize(contract)
                .callback("https://my.app/back") // registered in the contract
                .state(state)
                .url();
        session.put("state", state);
        session.put("codeVerifier", link.codeVerifier());
        redirect(link.url());
        // docs: end
    }

    @Test
    void userComesBack(Sandbox sandbox) {
        callback(sandbox.allow(page).getRawQuery());
        assertThat(shown).hasSize(3);
    }

    @Test
    void userComesBackWithoutConsent(Sandbox sandbox) {
        callback(sandbox.deny(page).getRawQuery());
        assertThat(shown).containsExactly(RefusalCode.USER_CANCEL);
    }

    private void callback(String query) {
        // docs: read the callback
        AuthorizationResult result = AuthorizationResult.fromCallback(query, session.get("state"));

        if (result instanceof AuthorizationResult.Authorized authorized) {
            SignIn signIn = digiMe.signIn(contract, "user-42", authorized.code(), session.get("codeVerifier"));
            show(signIn.user().accounts()); // the token pair is in the store
        } else if (result instanceof AuthorizationResult.Refused refused) {
            show(refused.code()); // such as USER_CANCEL, or null
        }
        // docs: end
    }

    @Test
    void anotherContractOfTheSameUser(Sandbox sandbox, UserAccessToken token) {
        ContractDetails pushContract = sandbox.addContract("push", ContractKind.PUSH);
        String state = "random";
        // docs: the same user, another contract
        AuthorizationUrl link = digiMe.authorize(pushContract)
                .callback("https://my.app/back")
                .state(state)
                .userAccessToken(token) // of the first contract: the same library
                .url();
        // docs: end
        var back = (AuthorizationResult.Authorized) AuthorizationResult.fromCallback(sandbox.allow(link.url()), state);
        assertThat(digiMe.exchangeCode(pushContract, back.code(), link.codeVerifier())
                        .userId())
                .isEqualTo(token.userId());
    }

    @Test
    void sampleDataInsteadOfTheUsersOwn() {
        String state = "random";
        long serviceId = 420;
        String dataSetId = "any";
        // docs: sample data
        AuthorizationUrl link = digiMe.authorize(contract)
                .callback("https://my.app/back")
                .state(state)
                .serviceId(serviceId)
                .sampleData(SampleData.of(dataSetId))
                .url();
        // docs: end
        assertThat(link.url()).isNotNull();
    }

    @Test
    void userAddsASource(Sandbox sandbox, DigiMeUser user) {
        String state = "random";
        // docs: one more source
        PageUrl page =
                user.onboard().callback("https://my.app/back").state(state).url();
        redirect(page.url());
        // docs: end
        String query = sandbox.allow(page.url()).getRawQuery();
        // docs: one more source, back
        AccountResult result = AccountResult.fromCallback(query, state);
        if (result instanceof AccountResult.Done) {
            show(user.accounts()); // no code to exchange: the token stays as it is
        }
        // docs: end
        assertThat(shown).hasSize(4);
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
