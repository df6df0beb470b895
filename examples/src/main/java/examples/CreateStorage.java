package examples;

import examples.support.Service;
import java.util.UUID;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.AuthorizationResult;
import me.digi.client.auth.AuthorizationResult.Authorized;
import me.digi.client.auth.AuthorizationUrl;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.storage.Storage;

/**
 * Creates a storage, lets a user authorize with it, and so makes it theirs.
 *
 * <p>Arguments: {@code [token.json]}.
 */
public final class CreateStorage {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.contract(), args);
            Storage storage = service.digiMe().storage(service.contract()).create();

            String state = UUID.randomUUID().toString();
            AuthorizationUrl link = service.digiMe()
                    .authorize(service.contract())
                    .userAccessToken(user.token())
                    .storageId(storage.id())
                    .callback(service.callback())
                    .state(state)
                    .url();
            AuthorizationResult result = AuthorizationResult.fromCallback(service.visit(link.url()), state);
            if (!(result instanceof Authorized authorized)) {
                throw new IllegalStateException("The user did not consent: " + result);
            }
            UserAccessToken token =
                    service.digiMe().exchangeCode(service.contract(), authorized.code(), link.codeVerifier());
            System.out.println("The user's storage: "
                    + service.digiMe().user(service.contract(), token).storage());
        }
    }
}
