package examples;

import examples.support.Service;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.DeleteResult;

/**
 * Deletes a user at digi.me, with all accounts and data, and forgets their token. <strong>For good.</strong>
 *
 * <p>Arguments: {@code token.json}; in the sandbox the example's own user.
 */
public final class DeleteUser {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            service.requireNamed("token.json", args);
            DigiMeUser user = service.user(service.contract(), args);

            DeleteResult result = user.delete();
            if (result instanceof DeleteResult.OnlyForgotten forgotten) {
                System.out.println("Only the token is deleted: " + forgotten.reason());
            } else {
                System.out.println("The user is deleted.");
            }
        }
    }
}
