package me.digi.client.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import me.digi.client.store.TokenStore;

/**
 * Checks that a {@link TokenStore} keeps what the interface promises, and that the client relies on. For a test of a store
 * of one's own:
 *
 * <pre>{@code
 * @Test
 * void keepsTheContractOfTokenStores() {
 *     TokenStoreContract.checkShared(new MyTokenStore(place), new MyTokenStore(place));
 * }
 * }</pre>
 *
 * <p>Plain calls and no test framework, so that it fits any and adds none to the class path. It takes a store as it is,
 * with other grants in it: it makes grants under names of its own, and deletes them at the end. A few hundred records are
 * written.
 */
public final class TokenStoreContract {
    private TokenStoreContract() {}

    /**
     * Checks one store, by itself and with many threads at it.
     *
     * @throws AssertionError if a rule is broken: it says which, and what happened instead; further broken rules are
     *     suppressed in it
     */
    public static void check(TokenStore store) {
        checkShared(store, store);
    }

    /**
     * Checks a store that is kept in a place that several can share, by way of two instances on the same place: what is
     * written through one must be seen through the other.
     *
     * @throws AssertionError as {@link #check} does
     */
    public static void checkShared(TokenStore store, TokenStore other) {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(other, "other");
        List<AssertionError> broken = new ArrayList<>();
        for (TokenStoreRule rule : TokenStoreRule.ALL) {
            try (TokenStoreTrial trial = new TokenStoreTrial(rule.sentence(), store, other)) {
                rule.check().accept(trial);
            } catch (AssertionError e) {
                broken.add(e);
            } catch (RuntimeException e) {
                broken.add(new AssertionError(rule.sentence() + ": the store threw " + e, e));
            }
        }
        if (!broken.isEmpty()) {
            AssertionError first = broken.get(0);
            broken.subList(1, broken.size()).forEach(first::addSuppressed);
            throw first;
        }
    }
}
