package examples;

import examples.support.Service;
import java.util.UUID;
import me.digi.client.SignIn;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.AuthorizationResult;
import me.digi.client.auth.AuthorizationResult.Authorized;
import me.digi.client.auth.AuthorizationUrl;

/**
 * Sends a user to consent, and signs them in with the code that comes back: it is exchanged for their token, which is kept.
 *
 * <p>Arguments: {@code [token.json [service-id]]}: where to keep the token, and the service that the user adds, as
 * {@link DiscoverSources} lists them.
 */
public final class Authorize {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            String state = UUID.randomUUID().toString();
            AuthorizationRequest request = service.digiMe()
                    .authorize(service.contract())
                    .callback(service.callback())
                    .state(state);
            if (args.length > 1) {
                request.serviceId(Long.parseLong(args[1]));
            }
            // In an application, the code verifier and the state go into the user's session here.
            AuthorizationUrl link = request.url();
            String callback = service.visit(link.url());

            AuthorizationResult result = AuthorizationResult.fromCallback(callback, state);
            if (!(result instanceof Authorized authorized)) {
                throw new IllegalStateException("The user did not consent: " + result);
            }
            // From here on the user is in the token store, under the application's own name for them.
            SignIn signIn = service.digiMe()
                    .signIn(service.contract(), service.userKey(args), authorized.code(), link.codeVerifier());
            System.out.println("The token is in " + service.save(signIn.user().token(), args));
        }
    }
}
