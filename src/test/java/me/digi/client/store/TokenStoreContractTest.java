package me.digi.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import me.digi.client.sandbox.TokenStoreContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract finds the mistakes that a store can have, and cleans up behind itself. */
class TokenStoreContractTest {
    @Test
    void theStoreInMemoryKeepsIt() {
        TokenStoreContract.check(new InMemoryTokenStore());
    }

    @Test
    void itLeavesNothingBehindAndTouchesNoOtherGrant() {
        Map<GrantKey, StoredGrant> records = new ConcurrentHashMap<>();
        GrantKey own = new GrantKey("contract", "user");
        records.put(own, new StoredGrant(5, "mine"));
        TokenStoreContract.check(new Simple(records));
        assertThat(records).containsOnly(Map.entry(own, new StoredGrant(5, "mine")));
    }

    @Test
    void aStoreThatIgnoresTheExpectedVersionBreaksIt() {
        assertBroken(
                new Stores.Wrapping(new InMemoryTokenStore()) {
                    @Override
                    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
                        StoredGrant newest = good.load(grant);
                        good.delete(grant);
                        return good.compareAndSet(grant, 0, next) || newest == null;
                    }
                },
                "a write over a version that is not the newest changes nothing: compareAndSet over version 7 returned"
                        + " true, although it is superseded");
    }

    @Test
    void aStoreThatTellsOfSuccessAndDidNothingBreaksIt() {
        assertBroken(
                new Stores.Wrapping(new InMemoryTokenStore()) {
                    @Override
                    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
                        return super.compareAndSet(grant, expectedVersion, next) || expectedVersion > 0;
                    }
                },
                "a grant that was never stored loads as null: compareAndSet over version 1 returned true, although there is"
                        + " no record");
    }

    @Test
    void aStoreThatAcceptsOnlyOneAsTheFirstVersionBreaksIt() {
        assertBroken(
                new Stores.Wrapping(new InMemoryTokenStore()) {
                    @Override
                    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
                        return next.version() == expectedVersion + 1
                                && super.compareAndSet(grant, expectedVersion, next);
                    }
                },
                "the first record is written over version 0, once, and may have any version: compareAndSet over version 0 returned false,"
                        + " although that is the newest");
    }

    @Test
    void aStoreThatDeletesNothingBreaksIt() {
        assertBroken(
                new Stores.Wrapping(new InMemoryTokenStore()) {
                    @Override
                    public void delete(GrantKey grant) {}
                },
                "a deleted grant loads as null, and deleting it again does nothing: the store that wrote loads version 7 instead of"
                        + " nothing");
    }

    @Test
    void aStoreThatFailsToDeleteNothingBreaksIt() {
        assertBroken(
                new Stores.Wrapping(new InMemoryTokenStore()) {
                    @Override
                    public void delete(GrantKey grant) {
                        if (good.load(grant) == null) {
                            throw new IllegalStateException("no such grant");
                        }
                        super.delete(grant);
                    }
                },
                "the store threw java.lang.IllegalStateException: no such grant");
    }

    static Stream<Arguments> mixUps() {
        return Stream.of(
                mixUp("forgets the case", user -> user.toLowerCase(Locale.ROOT)),
                mixUp("trims", String::strip),
                mixUp("makes slashes harmless", user -> user.replace('/', '_')),
                mixUp("knows one slash only", user -> user.replace('\\', '/')),
                mixUp("cuts", user -> user.substring(0, Math.min(254, user.length()))),
                mixUp("normalizes", user -> Normalizer.normalize(user, Normalizer.Form.NFC)),
                mixUp("knows no planes but the first", user -> user.replaceAll("[\\x{10000}-\\x{10ffff}]", "?")),
                Arguments.of(
                        "joins the parts",
                        Stores.withKeys(key -> new GrantKey("-", "" + (key.contractId() + key.userKey()).hashCode()))),
                Arguments.of("forgets the contract", Stores.withKeys(key -> new GrantKey("-", key.userKey()))));
    }

    private static Arguments mixUp(String name, UnaryOperator<String> change) {
        return Arguments.of(name, Stores.withKeys(key -> new GrantKey(key.contractId(), change.apply(key.userKey()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mixUps")
    void aStoreThatMixesUpGrantsBreaksIt(String name, TokenStore store) {
        assertBroken(
                store,
                "grants differ if any character of their keys does: compareAndSet over version 0 returned false, although that is"
                        + " the newest");
    }

    @Test
    void aStoreThatCutsOrChangesContentBreaksIt() {
        assertBroken(
                new Stores.Wrapping(new InMemoryTokenStore()) {
                    @Override
                    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
                        String cut = next.content()
                                .substring(0, Math.min(65_535, next.content().length()));
                        return super.compareAndSet(grant, expectedVersion, new StoredGrant(next.version(), cut));
                    }
                },
                "content is loaded as it was stored, whatever text it is: the store that wrote loads version 11 instead of version 11 as it"
                        + " was written: the content differs");
    }

    @Test
    void aStoreInWhichThreadsOverwriteEachOtherBreaksIt() {
        Thread first = Thread.currentThread();
        assertBroken(
                new Simple(new ConcurrentHashMap<>()) {
                    /** What a race does now and then, always: each thread found the version that it expected. */
                    @Override
                    boolean isNewest(GrantKey grant, long version) {
                        return !Thread.currentThread().equals(first) || super.isNewest(grant, version);
                    }
                },
                "of many threads that write a first record, exactly one succeeds: 8 of 8 first writes returned true");
    }

    @Test
    void aStoreThatIsNotSharedBreaksIt() {
        assertThatThrownBy(() -> TokenStoreContract.checkShared(new InMemoryTokenStore(), new InMemoryTokenStore()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the other instance loads nothing instead of version 7");
    }

    @Test
    void aStoreThatListsNothingKeepsIt() {
        TokenStoreContract.check(new Simple(new ConcurrentHashMap<>()));
    }

    private interface Lists {
        List<StoredUser> list(TokenStore good, String contractId, String after, int limit);
    }

    static Stream<Arguments> badLists() {
        return Stream.of(
                badList("there are none", "listed in pages of 1", (good, contract, after, limit) -> List.of()),
                badList(
                        "the first page again and again",
                        "ends with that user again",
                        (good, contract, after, limit) -> good.list(contract, null, limit)),
                badList(
                        "pages are too long",
                        "a page of at most 1 has 2",
                        (good, contract, after, limit) -> good.list(contract, after, limit + 1)),
                badList(
                        "the last user comes twice",
                        "ends with that user again",
                        (good, contract, after, limit) -> Stream.concat(
                                        Stream.ofNullable(after)
                                                .map(user -> new StoredUser(
                                                        new GrantKey(contract, user), 2, GrantSummary.unknown())),
                                        good.list(contract, after, limit).stream())
                                .limit(limit)
                                .toList()),
                badList(
                        "the state is another one",
                        "the list has",
                        (good, contract, after, limit) -> good.list(contract, after, limit).stream()
                                .map(user -> new StoredUser(user.grant(), user.version(), GrantSummary.unknown()))
                                .toList()),
                badList(
                        "the version is another one",
                        "the list has",
                        (good, contract, after, limit) -> good.list(contract, after, limit).stream()
                                .map(user -> new StoredUser(user.grant(), user.version() + 1, user.summary()))
                                .toList()),
                badList("pages are counted", "is not listed", new Lists() {
                    private final Map<String, Integer> offsets = new ConcurrentHashMap<>();

                    @Override
                    public List<StoredUser> list(TokenStore good, String contract, String after, int limit) {
                        int offset = after == null ? 0 : offsets.getOrDefault(after, 0);
                        List<StoredUser> page = good.list(contract, null, offset + limit).stream()
                                .skip(offset)
                                .toList();
                        page.forEach(user -> offsets.put(user.userKey(), offset + page.size()));
                        return page;
                    }
                }));
    }

    private static Arguments badList(String name, String sentence, Lists lists) {
        return Arguments.of(name, sentence, lists);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badLists")
    void aStoreWithBadListsBreaksIt(String name, String sentence, Lists lists) {
        assertBroken(
                new Stores.Wrapping(new InMemoryTokenStore()) {
                    @Override
                    public List<StoredUser> list(String contractId, String after, int limit) {
                        return lists.list(good, contractId, after, limit);
                    }
                },
                sentence);
    }

    @Test
    void aStoreThatForgetsToClearTheSummaryBreaksIt() {
        Map<GrantKey, GrantSummary> summaries = new ConcurrentHashMap<>();
        assertBroken(
                new Stores.Wrapping(new InMemoryTokenStore()) {
                    @Override
                    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
                        if (!next.summary().equals(GrantSummary.unknown())) {
                            summaries.put(grant, next.summary());
                        }
                        return super.compareAndSet(grant, expectedVersion, next);
                    }

                    @Override
                    public List<StoredUser> list(String contractId, String after, int limit) {
                        return good.list(contractId, after, limit).stream()
                                .map(user -> new StoredUser(
                                        user.grant(),
                                        user.version(),
                                        summaries.getOrDefault(user.grant(), user.summary())))
                                .toList();
                    }
                },
                "the newest record has no summary, but the list has");
    }

    @Test
    void aStoreThatListsOtherContractsBreaksIt() {
        Map<String, GrantKey> all = new ConcurrentHashMap<>();
        assertBroken(
                new Stores.Wrapping(new InMemoryTokenStore()) {
                    @Override
                    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
                        all.put(grant.contractId(), grant);
                        return super.compareAndSet(grant, expectedVersion, next);
                    }

                    @Override
                    public List<StoredUser> list(String contractId, String after, int limit) {
                        return all.keySet().stream()
                                .filter(contract -> contract.startsWith(contractId))
                                .flatMap(contract -> good.list(contract, after, limit).stream())
                                .limit(limit)
                                .toList();
                    }
                },
                "the store null");
    }

    @Test
    void everyBrokenRuleIsReported() {
        Throwable e =
                catchThrowable(() -> TokenStoreContract.check(Stores.failingWith(new IllegalStateException("off"))));
        assertThat(e).isInstanceOf(AssertionError.class).hasMessageContaining("the store threw");
        assertThat(e.getSuppressed()).hasSizeGreaterThan(5);
    }

    private static void assertBroken(TokenStore store, String sentence) {
        Throwable e = catchThrowable(() -> TokenStoreContract.check(store));
        assertThat(e).isInstanceOf(AssertionError.class);
        StringBuilder all = new StringBuilder(e.getMessage());
        for (Throwable suppressed : e.getSuppressed()) {
            all.append('\n').append(suppressed.getMessage());
        }
        assertThat(all).contains(sentence);
    }

    /** Right while one thread writes at a time. */
    private static class Simple implements TokenStore {
        private final Map<GrantKey, StoredGrant> records;

        Simple(Map<GrantKey, StoredGrant> records) {
            this.records = records;
        }

        boolean isNewest(GrantKey grant, long version) {
            StoredGrant newest = records.get(grant);
            return version == (newest == null ? 0 : newest.version());
        }

        @Override
        public StoredGrant load(GrantKey grant) {
            return records.get(grant);
        }

        @Override
        public synchronized boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
            boolean isNewest = isNewest(grant, expectedVersion);
            if (isNewest) {
                records.put(grant, next);
            }
            return isNewest;
        }

        @Override
        public void delete(GrantKey grant) {
            records.remove(grant);
        }
    }
}
