package examples;

import examples.support.Service;
import java.net.URI;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.AccountResult;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.Refused;

/**
 * Sends a user to revoke the access to one of their accounts at its service, and reads the result.
 *
 * <p>Arguments: {@code [token.json [account-id]]}. Default: the first account.
 */
public final class RevokeAccountPermission {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.contract(), args);
            String accountId =
                    args.length > 1 ? args[1] : user.listAccounts().get(0).id();

            PendingConsent pending = user.revokeAccountPermission(accountId, URI.create(service.redirectUri()));
            AccountResult result = pending.readAccount(service.visit(pending.url()));
            if (result instanceof Refused refused) {
                throw new IllegalStateException("The access was not revoked: " + refused.message());
            }
            System.out.println("The access to the account " + accountId + " is revoked.");
        }
    }
}
