package examples;

import examples.support.Service;
import me.digi.client.DigiMeUser;
import me.digi.client.read.Account;

/**
 * Lists the accounts that a user's data comes from.
 *
 * <p>Arguments: {@code [token.json]}.
 */
public final class ReadAccounts {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.contract(), args);
            for (Account account : user.listAccounts()) {
                System.out.printf(
                        "%s  %s, %s, of %s%n",
                        account.id(), account.serviceTypeName(), account.serviceGroupName(), account.createdAt());
            }
        }
    }
}
