package examples;

import java.util.concurrent.Callable;
import me.digi.client.DigiMe;
import me.digi.client.Environment;
import me.digi.client.auth.PendingConsent;
import me.digi.client.error.ApiException;
import me.digi.client.error.CallbackException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.store.ReauthorizationRequiredException;

/**
 * Distinguishes the kinds of errors. Every call throws only {@code DigiMeException}s.
 * The errors are provoked here by a redirect URI that is not registered, an overloaded service, a forged callback, and a
 * server that does not exist; so this always runs in a sandbox.
 *
 * <p>No arguments.
 */
public final class HandleErrors {
    public static void main(String[] args) throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                DigiMe digiMe = client(sandbox, sandbox.environment());
                DigiMe toNobody = client(
                        sandbox,
                        Environment.builder().baseUrl("http://localhost:1/").build())) {
            report(() -> digiMe.authorize(sandbox.contract())
                    .redirectUri("https://not.registered.example/")
                    .start());
            sandbox.failNext(
                    Operation.DESCRIBE_CONTRACT,
                    CannedResponse.error(429, "TooManyRequests", "Slow down").retryAfter("5"));
            report(() -> digiMe.describeContract(sandbox.contract()));
            report(() -> PendingConsent.fromJson(null).read("?success=true&code=stolen"));
            report(() -> toNobody.describeContract(sandbox.contract()));
        }
    }

    private static DigiMe client(Sandbox sandbox, Environment environment) {
        return DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(environment)
                .clock(sandbox.clock())
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    private static void report(Callable<?> call) throws Exception {
        try {
            throw new IllegalStateException("This should have failed: " + call.call());
        } catch (ReauthorizationRequiredException e) {
            System.out.println("The user has to consent again, see Reauthorize: " + e.reauthorize());
        } catch (ApiException e) {
            System.out.printf("Refused, %s %s, for support: %s%n", e.status(), e.code(), e.reference());
            System.out.println(e.isRetryable() ? "  retry after " + e.retryAfter() : "  a retry does not help");
        } catch (NetworkException e) {
            System.out.println(e.getMessage());
            System.out.println(e.requestMayHaveArrived() ? "  it may have arrived" : "  it has not arrived");
        } catch (CallbackException e) {
            System.out.println("Not a valid callback: " + e.problem());
        } catch (DigiMeException e) {
            System.out.println(
                    "What remains concerns files, the token store, and responses that violate the API: " + e);
        }
    }
}
