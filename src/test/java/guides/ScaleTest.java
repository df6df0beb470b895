package guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import me.digi.client.DigiMe;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.TokenStoreContract;
import me.digi.client.sandbox.junit.SandboxExtension;
import me.digi.client.store.GrantKey;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of {@code docs/scale.md}. */
class ScaleTest {
    @RegisterExtension
    static final SandboxExtension extension = MyApp.atASandbox();

    private final List<TokenStore> shards = List.of(new InMemoryTokenStore(), new InMemoryTokenStore());

    @Test
    void shardedStoreKeepsTheContractOfStores() {
        TokenStoreContract.check(new ShardedStore(shards));
    }

    @Test
    void usersAreSpreadOverTheShards(Sandbox sandbox, ContractDetails contract, UserAccessToken token) {
        try (DigiMe digiMe = DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .tokenStore(new ShardedStore(shards))
                .build()) {
            for (String user : List.of("a", "b", "c", "d")) {
                digiMe.takeOver(contract, user, token);
            }
        }
        assertThat(shards)
                .allSatisfy(shard ->
                        assertThat(shard.list(contract.contractId(), null, 10)).hasSize(2));
    }

    // docs: a sharded store
    private record ShardedStore(List<TokenStore> shards) implements TokenStore {
        private TokenStore shard(GrantKey grant) {
            return shards.get(Math.floorMod(grant.userKey().hashCode(), shards.size()));
        }

        @Override
        public StoredGrant load(GrantKey grant) {
            return shard(grant).load(grant);
        }

        @Override
        public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
            return shard(grant).compareAndSet(grant, expectedVersion, next);
        }

        @Override
        public void delete(GrantKey grant) {
            shard(grant).delete(grant);
        }
    }
    // docs: end
}
