package examples;

import examples.support.Service;
import java.util.UUID;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.AccountResult;
import me.digi.client.auth.OnboardRequest;
import me.digi.client.auth.PageUrl;

/**
 * Sends a user who has consented to add one more source.
 *
 * <p>Arguments: {@code [token.json [service-id]]}; without a service, the user chooses one.
 */
public final class OnboardService {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.contract(), args);

            String state = UUID.randomUUID().toString();
            OnboardRequest request = user.onboard().callback(service.callback()).state(state);
            if (args.length > 1) {
                request.serviceId(Long.parseLong(args[1]));
            }
            PageUrl page = request.url();
            AccountResult result = AccountResult.fromCallback(service.visit(page.url()), state);
            if (!(result instanceof AccountResult.Done done)) {
                throw new IllegalStateException("The source was not added: " + result);
            }
            System.out.println("There is a new account, whose reference is " + done.accountReference());
        }
    }
}
