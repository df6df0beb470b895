package examples;

import java.net.URI;
import java.time.Duration;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;

/**
 * Tests an application without digi.me: a sandbox consents for the user, moves the clock, fails on request, and
 * records the requests. This always runs in its own sandbox.
 *
 * <p>No arguments.
 */
public final class TestWithSandbox {
    public static void main(String[] args) {
        try (Sandbox sandbox = Sandbox.start();
                DigiMe digiMe = DigiMe.builder()
                        .applicationId(sandbox.applicationId())
                        .environment(sandbox.environment())
                        .clock(sandbox.clock())
                        .build()) {
            DigiMeUser user = consent(sandbox, digiMe);

            sandbox.clock().advance(Duration.ofDays(2));
            sandbox.failNext(Operation.LIST_ACCOUNTS, Delivery.DROP_AFTER);
            int accounts = user.listAccounts().size();

            expect(3, accounts, "accounts");
            expect(1, sandbox.requests().count(Operation.REFRESH_TOKEN), "refreshes, since the token had expired");
            expect(2, sandbox.requests().count(Operation.LIST_ACCOUNTS), "requests, since the first got no response");
        }
    }

    private static DigiMeUser consent(Sandbox sandbox, DigiMe digiMe) {
        PendingConsent pending = digiMe.authorize(sandbox.contract())
                .redirectUri("https://app.example/callback")
                .start();
        URI callback = sandbox.allow(pending.url()); // Or sandbox.deny(…), or sandbox.fail(…, "SERVER_ERROR").
        Authorized consent = (Authorized) pending.read(callback);
        return digiMe.signIn(sandbox.contract(), "user-42", consent).user();
    }

    /** In a real test, an assertion. */
    private static void expect(int expected, int actual, String what) {
        if (expected != actual) {
            throw new AssertionError("Expected " + expected + " " + what + ", and not " + actual);
        }
        System.out.println(actual + " " + what);
    }
}
