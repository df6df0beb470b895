package examples;

import examples.support.Service;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.SampleData;

/**
 * Lets a user try an application with sample data instead of their own, without the steps of adding it.
 *
 * <p>Arguments: {@code [token.json [service-id [data-set]]]}: where to save the token, and which data, as
 * {@link DiscoverSources} and {@link ListSampleDataSets} list it.
 */
public final class AuthorizeWithSampleData {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            AuthorizationRequest request = service.digiMe()
                    .authorize(service.contract())
                    .serviceId(args.length > 1 ? Long.parseLong(args[1]) : 420)
                    .sampleData(new SampleData(args.length > 2 ? args[2] : "default", true))
                    .includeSampleDataOnlySources(true);
            DigiMeUser user = service.signIn(service.contract(), request, args);
            System.out.println("The token is in " + service.save(user.loadToken(), args));
        }
    }
}
