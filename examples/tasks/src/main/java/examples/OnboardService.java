package examples;

import examples.support.Service;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.AccountResult;
import me.digi.client.auth.Completed;
import me.digi.client.auth.OnboardRequest;
import me.digi.client.auth.PendingConsent;

/**
 * Sends a user who has consented to add one more source.
 *
 * <p>Arguments: {@code [token.json [service-id]]}; without a service, the user chooses one.
 */
public final class OnboardService {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.contract(), args);

            OnboardRequest request = user.onboard().redirectUri(service.redirectUri());
            if (args.length > 1) {
                request.serviceId(Long.parseLong(args[1]));
            }
            PendingConsent pending = request.start();
            AccountResult result = pending.readAccount(service.visit(pending.url()));
            if (!(result instanceof Completed done)) {
                throw new IllegalStateException("The source was not added: " + result);
            }
            System.out.println("There is a new account, whose reference is " + done.accountReference());
        }
    }
}
