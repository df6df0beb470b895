package examples;

import examples.support.Service;
import java.util.concurrent.Callable;
import me.digi.client.DigiMe;
import me.digi.client.Environment;
import me.digi.client.auth.AuthorizationResult;
import me.digi.client.error.ApiException;
import me.digi.client.error.CallbackException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.ReauthorizationRequiredException;
import me.digi.client.retry.RetryPolicy;

/**
 * Tells apart what can go wrong. Every call throws a {@code DigiMeException} and nothing else, and the family is
 * sealed. The errors are provoked here: by a callback that is not registered, by one that somebody forged, and by a
 * server that is not there.
 *
 * <p>No arguments.
 */
public final class HandleErrors {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables();
                DigiMe toNobody = DigiMe.builder()
                        .applicationId("any")
                        .environment(Environment.builder()
                                .baseUrl("http://localhost:1/")
                                .build())
                        .retryPolicy(RetryPolicy.none())
                        .build()) {
            report(() -> service.digiMe()
                    .authorize(service.contract())
                    .callback("https://not.registered.example/")
                    .state("any")
                    .url());
            report(() -> AuthorizationResult.fromCallback("?success=true&code=stolen&state=guessed", "expected"));
            report(() -> toNobody.describe(service.contract()));
        }
    }

    private static void report(Callable<?> call) throws Exception {
        try {
            throw new IllegalStateException("This should have failed: " + call.call());
        } catch (ReauthorizationRequiredException e) {
            System.out.println("The user has to consent again, see Reauthorize: " + e.reauthorize());
        } catch (ApiException e) {
            System.out.printf("Refused, %s %s, for support: %s%n", e.status(), e.code(), e.reference());
            System.out.println(e.isRetryable() ? "  again after " + e.retryAfter() : "  another try is of no use");
        } catch (NetworkException e) {
            System.out.println(e.getMessage());
            System.out.println(e.requestMayHaveArrived() ? "  it may have arrived" : "  it has not arrived");
        } catch (CallbackException e) {
            System.out.println("Not an answer to this user's request: " + e.problem());
        } catch (DigiMeException e) {
            System.out.println("What remains concerns files, the token store, and answers that break the API: " + e);
        }
    }
}
