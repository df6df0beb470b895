package examples;

import examples.support.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import me.digi.client.DigiMeUser;
import me.digi.client.push.ProviderStandard;

/**
 * Pushes data to the provider behind one of a user's accounts, as FHIR.
 *
 * <p>Arguments: {@code [write-token.json [account-id [file.json]]]}: a token of a contract that pushes, the account
 * (default: the first one), and a FHIR resource.
 */
public final class PushToProvider {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.writeContract(), args);
            String accountId =
                    args.length > 1 ? args[1] : user.listAccounts().get(0).id();
            String json = args.length > 2 ? Files.readString(Path.of(args[2])) : """
                    {"resourceType": "Observation", "status": "final", "valueQuantity": {"value": 5.4, "unit": "mmol/L"}}
                    """;

            user.pushToProvider(accountId, ProviderStandard.FHIR_STU3, json);
            System.out.println("Pushed to the provider of the account " + accountId);
        }
    }
}
