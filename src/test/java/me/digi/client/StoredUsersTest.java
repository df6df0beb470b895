package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.store.EncryptingTokenStore;
import me.digi.client.store.FileTokenStore;
import me.digi.client.store.GrantKey;
import me.digi.client.store.GrantSummary;
import me.digi.client.store.GrantSummary.State;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.StoredUser;
import me.digi.client.store.Stores;
import me.digi.client.store.TokenKeys;
import me.digi.client.store.TokenStore;
import me.digi.client.store.TokenStoreException;
import me.digi.client.store.TokenStoreException.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding one stored user, and all of them. */
class StoredUsersTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private final CountedStore store = new CountedStore();

    @AutoClose
    private final DigiMe digiMe = local.builder().tokenStore(store).build();

    @Test
    void aUserIsFoundOnceTheyHaveSignedInAndUntilTheyAreDeleted() {
        assertThat(digiMe.findUser(local.contract, "user-42")).isNull();
        signIn(digiMe, "user-42");
        DigiMeUser found = digiMe.findUser(local.contract, "user-42");
        assertThat(found.listAccounts()).isNotEmpty();
        assertThat(digiMe.findUser(local.contract, "User-42")).isNull();
        DigiMe another = local.client(builder -> builder.tokenStore(store));
        assertThat(another.findUser(local.contract, "user-42").loadToken()).isEqualTo(found.loadToken());
        found.delete();
        assertThat(digiMe.findUser(local.contract, "user-42")).isNull();
    }

    @Test
    void findingAUserReadsTheStoreOnceAndSendsNoRequest() {
        signIn(digiMe, "user-42");
        DigiMe another = local.client(builder -> builder.tokenStore(store));
        local.forget();
        store.loads = 0;
        DigiMeUser found = another.findUser(local.contract, "user-42");
        UserAccessToken unused = found.loadToken();
        assertThat(store.loads).isEqualTo(1);
        assertThat(local.asked()).isEmpty();
    }

    @Test
    void aDamagedRecordIsNotAMissingOne() {
        GrantKey key = new GrantKey(local.contract.contractId(), "user-42");
        store.compareAndSet(key, 0, new StoredGrant(1, "{}"));
        TokenStoreException e = thrownBy(TokenStoreException.class, () -> digiMe.findUser(local.contract, "user-42"));
        assertThat(e.operation()).isEqualTo(Operation.LOAD);
    }

    @Test
    void aListShowsWhenEachWasRefreshedAndWhetherThePairWorks() {
        Instant signedIn = local.sandbox.clock().instant();
        signIn(digiMe, "active");
        signIn(digiMe, "refreshed");
        UserAccessToken dead = signIn(digiMe, "dead");
        local.sandbox.clock().advance(Duration.ofDays(40));
        Instant later = local.sandbox.clock().instant();
        digiMe.user(local.contract, "refreshed").refresh();
        local.sandbox.revoke(dead.userId());
        digiMe.user(local.contract, "dead").refresh();

        List<StoredUser> users = digiMe.listUsers(local.contract).toList();
        assertThat(users).extracting(StoredUser::userKey).containsExactly("active", "dead", "refreshed");
        assertThat(users)
                .extracting(user -> user.summary().state())
                .containsExactly(State.ACTIVE, State.REAUTHORIZE, State.ACTIVE);
        assertThat(users).extracting(user -> user.summary().refreshedAt()).containsExactly(signedIn, signedIn, later);
        assertThat(users.get(1).summary().refreshTokenExpiresAt())
                .isEqualTo(dead.refreshToken().expiresAt());
        assertThat(users.get(0).version())
                .isEqualTo(
                        digiMe.user(local.contract, "active").loadTokenStatus().storeVersion());
    }

    @Test
    void everyWriteBringsItsSummary() {
        signIn(digiMe, "user-42");
        assertThat(store.written).containsExactly(State.ACTIVE);
        digiMe.user(local.contract, "user-42").refresh();
        assertThat(store.written).containsExactly(State.ACTIVE, State.REFRESHING, State.ACTIVE);
    }

    @Test
    void whatIsDueIsAQuery() {
        UserAccessToken first = signIn(digiMe, "long ago");
        Duration life = Duration.between(
                local.sandbox.clock().instant(), first.refreshToken().expiresAt());
        local.sandbox.clock().advance(life.dividedBy(3).plusSeconds(1));
        signIn(digiMe, "just now");
        Instant now = local.sandbox.clock().instant();
        assertThat(due(now)).containsExactly("long ago");
        digiMe.user(local.contract, "long ago").refresh();
        assertThat(due(now)).isEmpty();
    }

    private Stream<String> due(Instant now) {
        return digiMe.listUsers(local.contract)
                .filter(user -> user.summary().isDue(now))
                .map(StoredUser::userKey);
    }

    @Test
    void encryptedFilesAreListedWithoutTheirKey(@TempDir Path directory) {
        TokenStore files = new FileTokenStore(directory);
        DigiMe encrypting = local.client(builder -> builder.tokenStore(encrypted(files, (byte) 1)));
        signIn(encrypting, "user-42");
        DigiMe other = local.client(builder -> builder.tokenStore(encrypted(files, (byte) 2)));
        assertThat(other.listUsers(local.contract))
                .extracting(StoredUser::userKey)
                .containsExactly("user-42");
    }

    private static TokenStore encrypted(TokenStore store, byte first) {
        byte[] key = new byte[32];
        key[0] = first;
        return new EncryptingTokenStore(
                store, TokenKeys.builder().current("k", key).build());
    }

    @Test
    void pagesAreReadAsTheStreamIsConsumedAndFromAnyUserOn() {
        List<String> all = add(1_200);
        Iterator<StoredUser> users = digiMe.listUsers(local.contract).iterator();
        assertThat(store.lists).isZero();
        assertThat(users.next().userKey()).isEqualTo(all.get(0));
        assertThat(store.lists).isEqualTo(1);

        assertThat(keys(null)).isEqualTo(all);
        assertThat(store.lists).isEqualTo(1 + 4);
        assertThat(keys(all.get(600))).isEqualTo(all.subList(601, 1_200));
        store.delete(new GrantKey(local.contract.contractId(), all.get(600)));
        assertThat(keys(all.get(600))).isEqualTo(all.subList(601, 1_200));
        assertThat(keys(all.get(1_199))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> digiMe.listUsers(local.contract, " "));
    }

    @Test
    void aShortPageIsNotTheEnd() {
        List<String> all = add(10);
        store.most = 3;
        assertThat(keys(null)).isEqualTo(all);
        assertThat(store.lists).isEqualTo(5);
    }

    @Test
    void usersOfAnotherContractAreNotListed() {
        add(3);
        store.compareAndSet(new GrantKey("another-contract", "user"), 0, StoredGrant.first("{}"));
        assertThat(keys(null)).hasSize(3);
    }

    @Test
    void exceptionsOfAStoreAreWrappedInOneType() {
        add(2);
        store.failure = new IllegalStateException("off");
        Stream<StoredUser> users = digiMe.listUsers(local.contract);
        TokenStoreException e = thrownBy(TokenStoreException.class, users::toList);
        assertThat(e)
                .hasMessage("cannot list the users of contract " + local.contract.contractId()
                        + ": the store threw java.lang.IllegalStateException")
                .hasCause(store.failure);
        store.failure = TokenStoreException.notListed("contract", "why", null);
        assertThat(thrownBy(TokenStoreException.class, () -> keys(null))).isSameAs(store.failure);
        store.failure = new UnsupportedOperationException("no");
        assertThat(thrownBy(TokenStoreException.class, () -> keys(null)))
                .hasMessageEndingWith(": the store does not support listing")
                .hasCause(store.failure);
    }

    @Test
    void aStoreThatRepeatsAPageIsNotQueriedEndlessly() {
        add(2);
        store.isStuck = true;
        assertThat(thrownBy(TokenStoreException.class, () -> keys(null)))
                .hasMessageEndingWith("the store returned the same page twice");
    }

    private List<String> add(int users) {
        List<String> keys = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            String key = "user-" + (10_000 + user);
            keys.add(key);
            store.compareAndSet(
                    new GrantKey(local.contract.contractId(), key), 0, StoredGrant.first("{}", GrantSummary.unknown()));
        }
        return keys;
    }

    private List<String> keys(String after) {
        return digiMe.listUsers(local.contract, after).map(StoredUser::userKey).toList();
    }

    private UserAccessToken signIn(DigiMe client, String userKey) {
        PendingConsent link = local.link();
        return client.signIn(local.contract, userKey, local.allow(link)).user().loadToken();
    }

    /** Counts its operations, and fails if it is set to. */
    private static final class CountedStore extends Stores.Wrapping {
        private final List<State> written = new ArrayList<>();
        private int loads;
        private int lists;
        private int most = Integer.MAX_VALUE;
        private boolean isStuck;
        private RuntimeException failure;

        CountedStore() {
            super(new InMemoryTokenStore());
        }

        @Override
        public StoredGrant load(GrantKey grant) {
            loads++;
            return good.load(grant);
        }

        @Override
        public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
            written.add(next.summary().state());
            return good.compareAndSet(grant, expectedVersion, next);
        }

        @Override
        public List<StoredUser> list(String contractId, String after, int limit) {
            lists++;
            if (failure != null) {
                throw failure;
            }
            if (isStuck && lists > 10) {
                throw new IllegalStateException("asked again and again");
            }
            return good.list(contractId, isStuck ? null : after, Math.min(limit, most));
        }
    }
}
