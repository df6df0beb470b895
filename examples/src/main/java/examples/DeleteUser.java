package examples;

import examples.support.Service;
import me.digi.client.DigiMeUser;
import me.digi.client.error.GrantNotFoundException;

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

            user.delete();
            try {
                user.accounts();
            } catch (GrantNotFoundException e) {
                System.out.println("The user is deleted: " + e.getMessage());
            }
        }
    }
}
