package examples;

import examples.support.Service;
import java.nio.file.Path;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.ContractDetails;

/**
 * Asks a user who has consented to one contract to consent to another one too. digi.me recognizes the user by their token;
 * without it, they would get a new, empty library.
 *
 * <p>Arguments: {@code [token.json [new-token.json]]}: the user's token, and where to save the new one.
 */
public final class AuthorizeAnotherContract {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.contract(), args);
            ContractDetails another = service.writeContract();

            AuthorizationRequest request = service.digiMe().authorize(another).userAccessToken(user.loadToken());
            Path file = args.length > 1 ? Path.of(args[1]) : service.directory().resolve("digime-token-write.json");
            DigiMeUser again = service.signIn(another, request, file.toString());

            service.saveAtClose(again, file.toString());
            System.out.println("The same user: " + again.loadToken().userId() + " is "
                    + user.loadToken().userId());
        }
    }
}
