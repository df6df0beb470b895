package examples;

import examples.support.Service;
import me.digi.client.DigiMeUser;
import me.digi.client.SignIn;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ConsentResult;
import me.digi.client.auth.PendingConsent;

/**
 * Asks a user to consent again, for example after a refresh that ended with {@code RefreshResult.Reauthorize} or a call with
 * {@code ReauthorizationRequiredException}. The stored token identifies the user's library; it may have expired.
 *
 * <p>Arguments: {@code [token.json]}.
 */
public final class Reauthorize {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.contract(), args);

            PendingConsent pending =
                    user.reauthorize().redirectUri(service.redirectUri()).start();
            ConsentResult result = pending.read(service.visit(pending.url()));
            if (!(result instanceof Authorized consent)) {
                throw new IllegalStateException("The user did not consent: " + result);
            }
            // The new pair replaces the old one in the token store.
            SignIn signIn = service.digiMe().signIn(service.contract(), service.userKey(args), consent);
            System.out.println(
                    "The user's new token is in " + service.save(signIn.user().loadToken(), args));
        }
    }
}
