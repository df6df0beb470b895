package examples;

import examples.support.Service;
import me.digi.client.SignIn;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ConsentResult;
import me.digi.client.auth.PendingConsent;

/**
 * Sends a user to consent, and signs them in with the authorization code: it is exchanged for their token, which is stored.
 *
 * <p>Arguments: {@code [token.json [service-id]]}: where to save the token, and the service that the user adds, as
 * {@link DiscoverSources} lists them.
 */
public final class Authorize {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            AuthorizationRequest request = service.digiMe()
                    .authorize(service.contract())
                    .redirectUri(service.redirectUri())
                    .forUser(service.userKey(args)); // A user who has consented before keeps their library.
            if (args.length > 1) {
                request.serviceId(Long.parseLong(args[1]));
            }
            PendingConsent pending = request.start();
            String session = pending.toJson(); // An application keeps this in the user's session.
            String callback = service.visit(pending.url());

            ConsentResult result = PendingConsent.fromJson(session).read(callback);
            if (!(result instanceof Authorized consent)) {
                throw new IllegalStateException("The user did not consent: " + result);
            }
            // From here on the user is in the token store, under the application's own name for them.
            SignIn signIn = service.digiMe().signIn(service.contract(), service.userKey(args), consent);
            System.out.println("The token is in " + service.save(signIn.user().loadToken(), args));
        }
    }
}
