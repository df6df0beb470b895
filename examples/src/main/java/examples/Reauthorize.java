package examples;

import examples.support.Service;
import java.util.UUID;
import me.digi.client.SignIn;
import me.digi.client.auth.AuthorizationResult;
import me.digi.client.auth.AuthorizationResult.Authorized;
import me.digi.client.auth.AuthorizationUrl;
import me.digi.client.auth.UserAccessToken;

/**
 * Asks a user to consent again, as after a refresh that ended with {@code RefreshResult.Reauthorize} or a call with
 * {@code ReauthorizationRequiredException}. The old token says whose library is meant; it may have expired.
 *
 * <p>Arguments: {@code [token.json]}.
 */
public final class Reauthorize {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            UserAccessToken old = service.token(service.contract(), args);

            String state = UUID.randomUUID().toString();
            AuthorizationUrl link = service.digiMe()
                    .reauthorize(service.contract(), old)
                    .callback(service.callback())
                    .state(state)
                    .url();
            AuthorizationResult result = AuthorizationResult.fromCallback(service.visit(link.url()), state);
            if (!(result instanceof Authorized authorized)) {
                throw new IllegalStateException("The user did not consent: " + result);
            }
            // The new pair takes the place of the old one in the token store.
            SignIn signIn = service.digiMe()
                    .signIn(service.contract(), service.userKey(args), authorized.code(), link.codeVerifier());
            System.out.println(
                    "The user's new token is in " + service.save(signIn.user().token(), args));
        }
    }
}
