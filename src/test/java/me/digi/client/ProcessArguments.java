package me.digi.client;

import java.util.List;
import me.digi.client.auth.ContractDetails;
import me.digi.client.store.SharedStore;
import me.digi.client.store.TokenStore;

/**
 * The command line of a process that uses a {@link SharedStoreFixture}.
 *
 * @param more what only this kind of process needs
 */
record ProcessArguments(
        TokenStore store, String baseUrl, String applicationId, ContractDetails contract, List<String> more) {
    static ProcessArguments of(String... arguments) {
        List<String> all = List.of(arguments);
        return new ProcessArguments(
                SharedStore.valueOf(all.get(0)).open(all.get(1)),
                all.get(2),
                all.get(3),
                ContractDetails.builder()
                        .contractId(all.get(4))
                        .privateKey(all.get(5))
                        .build(),
                all.subList(6, all.size()));
    }

    DigiMe.Builder builder() {
        return DigiMe.builder()
                .applicationId(applicationId)
                .environment(Environment.builder()
                        .from(Environment.production())
                        .baseUrl(baseUrl)
                        .build())
                .tokenStore(store);
    }
}
