package examples;

import examples.support.Service;
import java.util.UUID;
import me.digi.client.auth.AuthorizationResult;
import me.digi.client.auth.AuthorizationResult.Authorized;
import me.digi.client.auth.AuthorizationUrl;
import me.digi.client.auth.SampleData;
import me.digi.client.auth.UserAccessToken;

/**
 * Lets a user try an application with sample data instead of their own, and spares them the steps of adding it.
 *
 * <p>Arguments: {@code [token.json [service-id [data-set]]]}: where to keep the token, and which data, as
 * {@link DiscoverSources} and {@link ListSampleDataSets} list it.
 */
public final class AuthorizeWithSampleData {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            String state = UUID.randomUUID().toString();
            AuthorizationUrl link = service.digiMe()
                    .authorize(service.contract())
                    .callback(service.callback())
                    .state(state)
                    .serviceId(args.length > 1 ? Long.parseLong(args[1]) : 420)
                    .sampleData(new SampleData(args.length > 2 ? args[2] : "default", true))
                    .includeSampleDataOnlySources(true)
                    .url();

            AuthorizationResult result = AuthorizationResult.fromCallback(service.visit(link.url()), state);
            if (!(result instanceof Authorized authorized)) {
                throw new IllegalStateException("The user did not consent: " + result);
            }
            UserAccessToken token =
                    service.digiMe().exchangeCode(service.contract(), authorized.code(), link.codeVerifier());
            System.out.println("The token is in " + service.save(token, args));
        }
    }
}
