package me.digi.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import me.digi.client.store.GrantSummary.State;
import me.digi.client.store.TokenStoreException.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of users, of the stores that are not a database; what all stores have in common is in their contract. */
class TokenStoreListTest {
    private static final GrantKey GRANT = new GrantKey("contract", "user");
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final GrantSummary SUMMARY = new GrantSummary(State.ACTIVE, TIME, TIME.plusSeconds(9));

    @TempDir
    private static Path shared;

    @TempDir
    private Path temp;

    static List<TokenStore> stores() {
        return List.of(
                new InMemoryTokenStore(),
                new FileTokenStore(shared),
                new JdbcTokenStore(Connections.dataSource(() -> {
                    throw new AssertionError("not to be asked");
                })),
                new EncryptingTokenStore(new InMemoryTokenStore(), keys((byte) 1)));
    }

    private static TokenKeys keys(byte first) {
        byte[] key = new byte[32];
        key[0] = first;
        return TokenKeys.builder().current("k", key).build();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aLimitBelowOneIsRejectedAndShown(TokenStore store) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.list("contract", null, 0))
                .withMessage("limit must be 1 or more: 0");
    }

    @Test
    void aStoreThatDoesNotSayOtherwiseSupportsNoLists() {
        TokenStore store = Stores.unlistable();
        assertThatThrownBy(() -> store.list("contract", null, 1))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("this store does not support listing");
        assertThatThrownBy(() -> new EncryptingTokenStore(store, keys((byte) 1)).list("contract", null, 1))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theListOfAnEncryptedStoreOpensNoRecord() {
        InMemoryTokenStore plain = new InMemoryTokenStore();
        new EncryptingTokenStore(plain, keys((byte) 1))
                .compareAndSet(GRANT, 0, new StoredGrant(7, "{\"secret\":1}", SUMMARY));
        EncryptingTokenStore withAnotherKey = new EncryptingTokenStore(plain, keys((byte) 2));
        assertThat(withAnotherKey.list("contract", null, 10)).containsExactly(new StoredUser(GRANT, 7, SUMMARY));
        assertThatThrownBy(() -> withAnotherKey.load(GRANT)).isInstanceOf(TokenStoreException.class);
    }

    @Test
    void theFileShowsTheSummaryAndOneOfAnEarlierVersionHasNone() throws IOException {
        FileTokenStore store = new FileTokenStore(temp);
        store.compareAndSet(GRANT, 0, new StoredGrant(7, "{}", SUMMARY));
        Path file = temp.resolve(GRANT.grantId() + ".json");
        assertThat(file)
                .content()
                .contains("\"state\":\"ACTIVE\"", "\"refreshedAt\":" + TIME.toEpochMilli())
                .contains("\"refreshTokenExpiresAt\":" + TIME.plusSeconds(9).toEpochMilli());

        Files.writeString(
                file,
                "{\"format\":\"digime-grant/1\",\"contractId\":\"contract\",\"userKey\":\"user\",\"version\":8,\"content\":\"{}\"}");
        assertThat(store.list("contract", null, 10)).containsExactly(new StoredUser(GRANT, 8, GrantSummary.unknown()));
        assertThat(store.load(GRANT)).isEqualTo(new StoredGrant(8, "{}"));
        Files.writeString(
                file,
                "{\"format\":\"digime-grant/1\",\"contractId\":\"contract\",\"userKey\":\"user\",\"version\":8,\"content\":\"{}\","
                        + "\"state\":\"OF_A_LATER_VERSION\"}");
        assertThat(store.list("contract", null, 10)).containsExactly(new StoredUser(GRANT, 8, GrantSummary.unknown()));
    }

    @Test
    void aDamagedFileIsAnErrorThatNamesItAndShowsNoContent() throws IOException {
        FileTokenStore store = new FileTokenStore(temp);
        store.compareAndSet(GRANT, 0, new StoredGrant(7, "{}"));
        String name = "ab".repeat(32) + ".json";
        Files.writeString(temp.resolve(name), "{\"secret\":\"token\"");
        assertThatThrownBy(() -> store.list("contract", null, 10))
                .isInstanceOf(TokenStoreException.class)
                .hasMessage("cannot list the users of contract contract: " + temp.toRealPath() + ": " + name
                        + ": damaged: the text ends early; left unchanged")
                .satisfies(
                        e -> assertThat(((TokenStoreException) e).operation()).isEqualTo(Operation.LIST))
                .satisfies(e -> assertThat(((TokenStoreException) e).grant()).isNull())
                .satisfies(e -> assertThat(Secrets.everythingIn(e)).doesNotContain("token\""));
    }

    @Test
    void aDirectoryThatIsGoneIsNotOneWithoutUsers() throws IOException {
        FileTokenStore store = new FileTokenStore(temp.resolve("gone"));
        Files.delete(temp.resolve("gone"));
        assertThatThrownBy(() -> store.list("contract", null, 10))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining(temp.resolve("gone").toString());
    }

    @Test
    void aDirectoryIsReadOnceForAllPagesAndEachFileOnce() throws IOException {
        Many many = new Many(100_000);
        assertThat(all(new FileListing(many), 500)).isEqualTo(many.sorted());
        assertThat(many.scans).hasValue(1);
        assertThat(many.reads).hasValue(100_000);
    }

    @Test
    void twoListsAtATimeAreCompleteAndAnInterruptedOneContinuesInAnyProcess() throws IOException {
        Many many = new Many(10);
        FileListing listing = new FileListing(many);
        List<String> one = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            add(listing, one, 3);
            add(listing, other, 3);
        }
        assertThat(one).isEqualTo(many.sorted());
        assertThat(other).isEqualTo(many.sorted());
        assertThat(ids(new FileListing(many).page("contract", many.sorted().get(1), 2)))
                .isEqualTo(many.sorted().subList(2, 4));
    }

    @Test
    void aListThatBeginsSeesWhoCameWhileAnotherWasUnderWay() throws IOException {
        Many many = new Many(10);
        FileListing listing = new FileListing(many);
        assertThat(add(listing, new ArrayList<>(), 3)).isTrue();
        many.add(new GrantKey("contract", "new user"));
        assertThat(all(listing, 3)).isEqualTo(many.sorted()).hasSize(6);
    }

    private static List<String> all(FileListing listing, int limit) throws IOException {
        List<String> all = new ArrayList<>();
        while (add(listing, all, limit)) {
            assertThat(all).hasSizeLessThanOrEqualTo(100_000);
        }
        return all;
    }

    private static boolean add(FileListing listing, List<String> to, int limit) throws IOException {
        return to.addAll(ids(listing.page("contract", to.isEmpty() ? "" : to.get(to.size() - 1), limit)));
    }

    private static List<String> ids(List<StoredUser> page) {
        return page.stream().map(user -> user.grant().grantId()).toList();
    }

    /** A directory in which half of the files are of another contract. */
    private static final class Many implements FileListing.Directory {
        final AtomicInteger scans = new AtomicInteger();
        final AtomicInteger reads = new AtomicInteger();
        private final Map<String, GrantKey> files = new HashMap<>();

        Many(int count) {
            for (int number = 0; number < count; number++) {
                add(new GrantKey(number % 2 == 0 ? "contract" : "other", "user " + number));
            }
        }

        void add(GrantKey grant) {
            files.put(grant.grantId(), grant);
        }

        List<String> sorted() {
            List<String> ids = new ArrayList<>();
            files.forEach((id, grant) -> {
                if (grant.contractId().equals("contract")) {
                    ids.add(id);
                }
            });
            Collections.sort(ids);
            return ids;
        }

        @Override
        public List<String> ids() {
            scans.incrementAndGet();
            return List.copyOf(files.keySet());
        }

        @Override
        public StoredUser read(String id) {
            reads.incrementAndGet();
            return new StoredUser(files.get(id), 1, GrantSummary.unknown());
        }
    }
}
