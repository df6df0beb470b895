package examples;

import examples.support.Service;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.AccountResult;
import me.digi.client.auth.Completed;
import me.digi.client.auth.PendingConsent;

/**
 * Sends a user to give access to one of their accounts again, as when a sync reports that the account asks for it.
 *
 * <p>Arguments: {@code [token.json [account-id]]}. Default: the first account.
 */
public final class ReauthorizeAccount {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.contract(), args);
            String accountId =
                    args.length > 1 ? args[1] : user.listAccounts().get(0).id();

            PendingConsent pending = user.reauthorizeAccount(accountId)
                    .redirectUri(service.redirectUri())
                    .start();
            AccountResult result = pending.readAccount(service.visit(pending.url()));
            if (!(result instanceof Completed)) {
                throw new IllegalStateException("The access was not given: " + result);
            }
            System.out.println("digi.me can fetch the data of the account " + accountId + " again.");
        }
    }
}
