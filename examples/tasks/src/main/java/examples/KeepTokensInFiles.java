package examples;

import examples.support.Service;
import java.nio.file.Path;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.store.FileTokenStore;

/**
 * Stores users' tokens in a directory, which several processes of a machine may share, and finds them again by the
 * application's own names for the users.
 *
 * <p>Arguments: {@code [token.json [directory]]}.
 */
public final class KeepTokensInFiles {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            UserAccessToken token = service.token(service.contract(), args);
            String name = "customer 42, " + token.userId(); // What the application itself calls the user.
            Path directory =
                    args.length > 1 ? Path.of(args[1]) : service.directory().resolve("digime-tokens");

            try (DigiMe digiMe =
                    service.connect().tokenStore(new FileTokenStore(directory)).build()) {
                TakeOver result = digiMe.takeOver(service.contract(), name, token);
                System.out.println(name + ": " + result);
            }
            // Later, perhaps in another process, the name is enough.
            try (DigiMe digiMe =
                    service.connect().tokenStore(new FileTokenStore(directory)).build()) {
                DigiMeUser user = digiMe.user(service.contract(), name);
                service.saveAtClose(user, args);
                System.out.println(name + " has " + user.listAccounts().size() + " accounts.");
            }
        }
    }
}
