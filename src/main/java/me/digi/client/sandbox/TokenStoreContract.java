package me.digi.client.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import me.digi.client.store.TokenStore;

/**
 * Checks that a {@link TokenStore} follows the interface's rules, which the client relies on:
 *
 * <pre>{@code
 * @Test
 * void keepsTheContractOfTokenStores() {
 *     TokenStoreContract.checkShared(new MyTokenStore(place), new MyTokenStore(place));
 * }
 * }</pre>
 *
 * <p>Independent of test frameworks. The store may hold other grants: a few hundred records are written under unique
 * names and deleted at the end.
 */
public final class TokenStoreContract {
    private TokenStoreContract() {}

    /**
     * Checks one store, with one thread and with many.
     *
     * @throws AssertionError if a rule is broken, with the rule and what happened instead; further broken rules are
     *     suppressed in it
     */
    public static void check(TokenStore store) {
        checkShared(store, store);
    }

    /**
     * Checks two instances that share one place: writes through one must be visible through the other.
     *
     * @throws AssertionError as {@link #check} does
     */
    public static void checkShared(TokenStore store, TokenStore other) {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(other, "other");
        List<AssertionError> broken = new ArrayList<>();
        for (TokenStoreRule rule : TokenStoreRule.ALL) {
            try (TokenStoreCheck check = new TokenStoreCheck(rule.sentence(), store, other)) {
                rule.body().accept(check);
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
