package examples;

import java.net.URI;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.sandbox.Sandbox;

/** A user consents, and the application reads the user's accounts. No arguments. */
public final class FirstConsent {
    public static void main(String[] args) {
        try (Sandbox sandbox = Sandbox.start(); // a local digi.me
                DigiMe digiMe = DigiMe.builder()
                        .applicationId(sandbox.applicationId())
                        .environment(sandbox.environment())
                        .clock(sandbox.clock())
                        .build()) {
            ContractDetails contract = sandbox.contract();
            PendingConsent pending = digiMe.authorize(contract)
                    .redirectUri("https://app.example/callback")
                    .start();
            URI callback = sandbox.allow(pending.url()); // what the user does in the browser
            if (pending.read(callback) instanceof Authorized consent) {
                DigiMeUser user = digiMe.signIn(contract, "user-42", consent).user();
                user.listAccounts().forEach(account -> System.out.println(account.serviceTypeName()));
            }
        }
    }
}
