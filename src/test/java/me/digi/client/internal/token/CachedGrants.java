package me.digi.client.internal.token;

import static me.digi.client.internal.token.ScriptedHost.WAIT;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.http.CallHooks;
import me.digi.client.internal.io.Host;
import me.digi.client.internal.oauth.Fingerprints;
import me.digi.client.internal.oauth.ReadResult;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.internal.oauth.TokenServer;
import me.digi.client.read.ReadSamples;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;

/** Measures, in a JVM of its own, what each of 100,000 users costs whose pairs were replaced often. */
final class CachedGrants {
    private static final int USERS = 100_000;
    /** As many as a record remembers. */
    private static final int REPLACED = 32;

    private CachedGrants() {}

    public static void main(String[] arguments) {
        ContractDetails contract = ContractDetails.builder()
                .contractId("contract")
                .privateKey(ReadSamples.newKey().getPrivate())
                .build();
        Grants grants = new Grants(new Rows(), new Unused(), new StandingStill(), TokenPolicy.defaults(), event -> {});
        List<Grant> users = new ArrayList<>(USERS);
        add(grants, contract, users, 1_000);
        long before = used();
        add(grants, contract, users, USERS);
        long bytes = used() - before;
        long characters = 2L * USERS * pair(0).accessToken().value().length();
        System.out.println((bytes - characters) / USERS + " bytes a user beside the characters of their tokens, over "
                + USERS + " users with " + REPLACED + " replaced pairs each");
    }

    private static void add(Grants grants, ContractDetails contract, List<Grant> users, int count) {
        int first = users.size();
        for (int user = first; user < first + count; user++) {
            Grant grant = grants.of(contract, "user-" + user);
            if (!grant.token(WAIT).equals(pair(user))) {
                throw new IllegalStateException("the grant of another user");
            }
            users.add(grant);
        }
    }

    private static UserAccessToken pair(int user) {
        Instant expiry = Instant.ofEpochSecond(1_900_000_000L);
        return UserAccessToken.builder()
                .accessToken(Token.of("access-token-" + (10_000_000 + user), expiry))
                .refreshToken(Token.of("refresh-toke-" + (10_000_000 + user), expiry.plusSeconds(99)))
                .userId("digi-me-user-id-" + user)
                .consentId("digi-me-consent-id-" + user)
                .build();
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Makes the row of a user on load, so that only the client's memory counts. */
    private static final class Rows implements TokenStore {
        @Override
        public StoredGrant load(GrantKey grant) {
            int user = Integer.parseInt(grant.userKey().substring("user-".length()));
            StringBuilder replaced = new StringBuilder();
            for (int i = 0; i < REPLACED; i++) {
                replaced.append("fingerprin")
                        .append(1_000_000 + user)
                        .append(10_000 + i)
                        .append(' ');
            }
            return new StoredGrant(
                    7,
                    GrantJson.write(new GrantRecord(
                            pair(user),
                            Instant.EPOCH,
                            null,
                            false,
                            List.of(),
                            null,
                            new Fingerprints(replaced.toString()))));
        }

        @Override
        public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
            throw new IllegalStateException("nothing is written here");
        }

        @Override
        public void delete(GrantKey grant) {
            throw new IllegalStateException("nothing is deleted here");
        }
    }

    private static final class Unused implements TokenServer {
        @Override
        public void prepare() {}

        @Override
        public void send(ContractDetails contract, TokenRequest request, CallHooks hooks) {
            throw new IllegalStateException("nothing is sent here");
        }

        @Override
        public ReadResult read(TokenResponse response, UserAccessToken old) {
            throw new IllegalStateException("nothing is read here");
        }

        @Override
        public ReadResult readAfterLookup(TokenResponse response, UserAccessToken old) {
            return read(response, old);
        }
    }

    private static final class StandingStill implements Host {
        @Override
        public Instant now() {
            return Instant.ofEpochSecond(1_800_000_000L);
        }

        @Override
        public long nanos() {
            return 1;
        }

        @Override
        public void sleep(Duration duration) {
            throw new IllegalStateException("nobody waits here");
        }

        @Override
        public <T> T await(CompletableFuture<T> future, Duration patience) {
            return future.join();
        }

        @Override
        public void execute(Runnable work) {
            throw new RejectedExecutionException("no threads here");
        }

        @Override
        public Runnable after(Duration delay, Runnable work) {
            return () -> {};
        }

        @Override
        public void requestSent(CompletableFuture<?> landed) {}
    }
}
