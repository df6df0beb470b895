package guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import me.digi.client.read.Account;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.junit.SandboxExtension;
import me.digi.client.store.ReauthorizationRequiredException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of {@code docs/errors.md}. */
class ErrorsTest {
    @RegisterExtension
    static final SandboxExtension extension = SandboxExtension.builder()
            .sandbox(MyApp.registered())
            .client(client -> client.retryPolicy(RetryPolicy.none()))
            .build();

    private final List<String> shown = new CopyOnWriteArrayList<>();

    @Test
    void whatToDo(Sandbox sandbox, DigiMeUser user) {
        sandbox.failNext(
                Operation.LIST_ACCOUNTS,
                CannedResponse.error(503, "InternalServerError", "try later").retryAfter("120"));
        call(user);
        sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.error(403, "InsufficientScope", "no"));
        call(user);
        // Twice: a read that breaks on a connection which was kept is sent again on a new one.
        sandbox.failNext(Operation.LIST_ACCOUNTS, Delivery.DROP_AFTER);
        sandbox.failNext(Operation.LIST_ACCOUNTS, Delivery.DROP_AFTER);
        call(user);
        sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.html(200));
        call(user);
        sandbox.revoke(user.loadToken().userId());
        call(user);
        assertThat(shown)
                .containsExactly("again after PT2M", "canned-reference", "no response", "gave up", "consent again");
    }

    private void call(DigiMeUser user) {
        // docs: tell apart
        try {
            show(user.listAccounts());
        } catch (ReauthorizationRequiredException e) {
            askForConsent();
        } catch (ApiException e) {
            if (e.isRetryable()) {
                tryLater(e.retryAfter()); // or when it suits, if that is null
            } else {
                tellSupport(e.reference(), e);
            }
        } catch (NetworkException e) {
            tryLater(e);
        } catch (DigiMeException e) {
            giveUp(e);
        }
        // docs: end
    }

    @Test
    void codes(Sandbox sandbox, DigiMe digiMe, ContractDetails contract) {
        try {
            digiMe.authorize(contract)
                    .redirectUri("https://not.registered.example")
                    .start();
        } catch (ApiException e) {
            // docs: a code
            if (ErrorCode.INVALID_REDIRECT_URI.equals(e.code())) {
                show("register the redirect URI in the contract");
            }
            // docs: end
        }
        assertThat(shown).hasSize(1);
    }

    @Test
    void patienceAndALog(Sandbox sandbox, UserAccessToken token) {
        // docs: retries and a log
        DigiMe digiMe = DigiMe.builder()
                .applicationId("my-app")
                .environment(sandbox.environment()) // hidden
                .clock(sandbox.clock()) // hidden
                .retryPolicy(RetryPolicy.builder()
                        .limit(5)
                        .maxDelay(Duration.ofMinutes(1))
                        .build())
                .callTimeout(Duration.ofMinutes(5))
                .logger(event -> log(event.operation() + " " + event.status() + " " + event.duration()))
                .build();
        // docs: end
        digiMe.takeOver(sandbox.contract(), "user-42", token);
        DigiMeUser user = digiMe.user(sandbox.contract(), "user-42");
        // docs: a timeout for one call
        List<Account> accounts = user.withCallTimeout(Duration.ofSeconds(5)).listAccounts();
        // docs: end
        assertThat(accounts).isNotEmpty();
        // docs: a second client
        DigiMe patient = digiMe.toBuilder().callTimeout(Duration.ofMinutes(30)).build();
        // docs: end
        assertThat(patient.user(sandbox.contract(), "user-42").listAccounts()).isEqualTo(accounts);
        patient.close();
        digiMe.close();
        assertThat(shown).isNotEmpty().allMatch(line -> line.matches("\\w+ 200 PT.*"));
    }

    private void show(Object what) {
        shown.add(String.valueOf(what));
    }

    private void log(String what) {
        shown.add(what);
    }

    private void askForConsent() {
        shown.add("consent again");
    }

    private void tryLater(Duration after) {
        shown.add("again after " + after);
    }

    private void tryLater(NetworkException e) {
        shown.add(e.requestMayHaveArrived() ? "no response" : "not sent");
    }

    private void tellSupport(String reference, ApiException e) {
        shown.add(e.code() == null ? "no code" : reference);
    }

    private void giveUp(DigiMeException e) {
        shown.add(e.getMessage().isEmpty() ? "" : "gave up");
    }
}
