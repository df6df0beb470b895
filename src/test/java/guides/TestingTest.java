package guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.Environment;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ConsentResult;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.read.Account;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Refusal;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.SandboxLibrary;
import me.digi.client.sandbox.SandboxValues;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.sandbox.TokenStoreContract;
import me.digi.client.sandbox.junit.SandboxExtension;
import me.digi.client.store.InMemoryTokenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of {@code docs/testing.md}. */
class TestingTest {
    // docs: set up
    @RegisterExtension
    static final SandboxExtension extension = SandboxExtension.builder()
            .sandbox(sandbox -> sandbox.applicationId("my-app").redirectUri("https://my.app/back"))
            .client(client -> client.retryPolicy(RetryPolicy.none()))
            .build();
    // docs: end

    @Test
    void withoutJUnit() {
        // docs: without JUnit
        try (Sandbox sandbox = Sandbox.start();
                DigiMe digiMe = DigiMe.builder()
                        .applicationId(sandbox.applicationId())
                        .environment(sandbox.environment())
                        .clock(sandbox.clock())
                        .build()) {
            PendingConsent pending = digiMe.authorize(sandbox.contract())
                    .redirectUri("https://app.example/callback") // always registered there
                    .start();
            URI callback = sandbox.allow(pending.url()); // or deny(…), fail(…), or open it in a browser
            ConsentResult result = pending.read(callback);
            assertThat(result).isInstanceOf(Authorized.class); // hidden
        }
        // docs: end
    }

    @Test
    void timeAndFaults(Sandbox sandbox, DigiMeUser user) {
        // docs: time and faults
        sandbox.clock().advance(Duration.ofDays(2)); // the access token has expired
        sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_BEFORE); // the connection breaks
        sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.error(503, "InternalServerError", "later"));
        sandbox.revoke(user.loadToken().userId()); // both tokens are invalid: Reauthorize
        // docs: end
        assertThat(user.refresh()).isNotNull();
        sandbox.clearFaults();
    }

    @Test
    void refusals(Sandbox sandbox, DigiMeUser user) {
        user.listAccounts();
        // docs: refusals
        Refusal refusal = sandbox.requests().last(Operation.LIST_ACCOUNTS).refusal();
        sandbox.loosen("nonce-once"); // lets requests pass that break this rule
        // docs: end
        assertThat(refusal).isNull();
        sandbox.tighten("nonce-once");
    }

    @Test
    void anotherContainer() {
        // docs: a sandbox in another container
        Environment environment = Environment.builder()
                .allowPlainHttpForDevelopment(true) // never in production
                .baseUrl("http://sandbox:8787/v1.7/")
                .onboardUrl("http://localhost:8787/apps/saas/") // for the browser, which is outside of the container
                .cloudUrl("http://sandbox:8787/cloud/v1/")
                .build();
        // docs: end
        assertThat(environment.baseUrl().getHost()).isEqualTo("sandbox");
    }

    @Test
    void whatAUserHas(Sandbox sandbox, UserAccessToken token, DigiMeUser user) {
        // docs: what a user has
        SandboxLibrary library = sandbox.library(token.userId());
        library.files(SandboxFile.mapped("posts.json", FileContent.of("[{\"text\": \"hello\"}]")));
        library.script(SyncScript.atOnce()); // nothing to wait for
        // docs: end
        assertThat(user.files(user.startSession())
                        .readAll(file -> file.readText())
                        .files())
                .singleElement()
                .satisfies(file -> assertThat(file.entry().name()).isEqualTo("posts.json"));
    }

    @Test
    void whatWasAsked(Sandbox sandbox, ContractDetails contract, UserAccessToken token, DigiMeUser user) {
        user.listAccounts();
        // docs: what was asked
        assertThat(sandbox.requests().last(Operation.LIST_ACCOUNTS).status()).isEqualTo(200);
        assertThat(sandbox.grant(token.userId(), contract).issued()).isEqualTo(1); // token pairs so far
        // docs: end
    }

    @Test
    void valuesForTests() {
        // docs: values for tests
        Account account = SandboxValues.account("account-1")
                .serviceTypeName("My Hospital")
                .build();
        // docs: end
        assertThat(account.serviceTypeName()).isEqualTo("My Hospital");
    }

    @Test
    void ownTokenStore() {
        InMemoryTokenStore myStore = new InMemoryTokenStore();
        // docs: a token store of your own
        TokenStoreContract.check(myStore); // or checkShared(one, another) on the same place
        // docs: end
    }
}
