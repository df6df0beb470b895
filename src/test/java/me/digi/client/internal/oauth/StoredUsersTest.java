package me.digi.client.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import me.digi.client.store.GrantKey;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.StoredUser;
import me.digi.client.store.TokenStore;
import me.digi.client.store.TokenStoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Users of a contract, read page by page. */
class StoredUsersTest {
    private static final int PAGE = 500;

    private final List<@Nullable String> pagesAfter = new ArrayList<>();

    private final InMemoryTokenStore rows = new InMemoryTokenStore();
    private final TokenStore store = new Lists((contractId, after, limit) -> {
        assertThat(limit).isEqualTo(PAGE);
        pagesAfter.add(after);
        return rows.list(contractId, after, limit);
    });

    @Test
    void noUsersTakeOnePage() {
        assertThat(keys(null)).isEmpty();
        assertThat(pagesAfter).containsOnlyNulls().hasSize(1);
    }

    @Test
    void moreThanAPageIsReadToItsEnd() {
        put(PAGE + 1);
        assertThat(keys(null)).containsExactlyElementsOf(names(0, PAGE + 1));
        assertThat(pagesAfter).containsExactly(null, name(PAGE - 1), name(PAGE));
    }

    @Test
    void beginsAfterAUser() {
        put(3);
        assertThat(keys(name(0))).containsExactly(name(1), name(2));
        assertThat(pagesAfter).containsExactly(name(0), name(2));
    }

    @Test
    void eachIterationReadsTheStoreAgain() {
        StoredUsers users = new StoredUsers(store, "contract", null);
        assertThat(users).isEmpty();
        put(1);
        assertThat(users).extracting(StoredUser::userKey).containsExactly(name(0));
    }

    @Test
    void theEndIsReadOnceAndThenRemembered() {
        Iterator<StoredUser> users = new StoredUsers(store, "contract", null).iterator();
        assertThat(users.hasNext()).isFalse();
        assertThat(users.hasNext()).isFalse();
        assertThatThrownBy(users::next).isInstanceOf(NoSuchElementException.class);
        assertThat(pagesAfter).hasSize(1);
    }

    @Test
    void aStoreThatReturnsTheSamePageAgainIsAFailureAndNoEndlessLoop() {
        put(2);
        TokenStore stuck = new Lists((contractId, after, limit) -> rows.list(contractId, null, limit));
        Iterator<StoredUser> users = new StoredUsers(stuck, "contract", null).iterator();
        assertThat(users.next().userKey()).isEqualTo(name(0));
        assertThat(users.next().userKey()).isEqualTo(name(1));
        assertThatThrownBy(users::hasNext)
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("the store returned the same page twice");
    }

    @Test
    void aStoreThatReturnsNullOrAListWithNullIsAFailure() {
        put(2);
        assertThatThrownBy(() -> listed(null))
                .isInstanceOf(TokenStoreException.class)
                .hasMessage("cannot list the users of contract contract: the store returned null");
        List<@Nullable StoredUser> page = new ArrayList<>(rows.list("contract", null, 1));
        page.add(null);
        assertThatThrownBy(() -> listed(page))
                .isInstanceOf(TokenStoreException.class)
                .hasMessage("cannot list the users of contract contract: the store returned a list that contains null");
    }

    private static boolean listed(@Nullable List<@Nullable StoredUser> page) {
        TokenStore guarded = new GuardedStore(new Lists((contractId, after, limit) -> page));
        return new StoredUsers(guarded, "contract", null).iterator().hasNext();
    }

    private void put(int count) {
        for (String name : names(0, count)) {
            rows.compareAndSet(new GrantKey("contract", name), 0, StoredGrant.first("content"));
        }
    }

    private List<String> keys(@Nullable String after) {
        return StreamSupport.stream(new StoredUsers(store, "contract", after).spliterator(), false)
                .map(StoredUser::userKey)
                .toList();
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(StoredUsersTest::name).toList();
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "user-%04d", number);
    }

    private interface Page {
        List<StoredUser> list(String contractId, @Nullable String after, int limit);
    }

    /** A store that does nothing but list. */
    private record Lists(Page page) implements TokenStore {
        @Override
        public @Nullable StoredGrant load(GrantKey grant) {
            throw new AssertionError("listing loads no grant");
        }

        @Override
        public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
            throw new AssertionError("listing writes no grant");
        }

        @Override
        public void delete(GrantKey grant) {
            throw new AssertionError("listing deletes no grant");
        }

        @Override
        public List<StoredUser> list(String contractId, @Nullable String after, int limit) {
            return page.list(contractId, after, limit);
        }
    }
}
