package examples;

import examples.support.Service;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.storage.Storage;

/**
 * Creates a storage, and makes it a user's: the user authorizes with it.
 *
 * <p>Arguments: {@code [token.json]}.
 */
public final class CreateStorage {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.contract(), args);
            Storage storage = service.digiMe().storages(service.contract()).create();

            AuthorizationRequest request = service.digiMe()
                    .authorize(service.contract())
                    .userAccessToken(user.loadToken())
                    .storageId(storage.id());
            DigiMeUser owner = service.signIn(service.contract(), request, args);

            System.out.println("The user's storage: " + owner.fetchStorage());
        }
    }
}
