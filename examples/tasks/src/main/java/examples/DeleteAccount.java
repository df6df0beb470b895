package examples;

import examples.support.Service;
import me.digi.client.DigiMeUser;

/**
 * Deletes an account of a user, with its data. <strong>For good.</strong>
 *
 * <p>Arguments: {@code token.json account-id}; in the sandbox an account of the example's own user.
 */
public final class DeleteAccount {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            service.requireNamed("token.json account-id", args);
            DigiMeUser user = service.user(service.contract(), args);
            String accountId =
                    args.length > 1 ? args[1] : user.listAccounts().get(0).id();

            user.deleteAccount(accountId);
            System.out.println("The account " + accountId + " is deleted. What is left: "
                    + user.listAccounts().size());
        }
    }
}
