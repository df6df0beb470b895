package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import me.digi.client.sandbox.IssuedPair.End;
import org.jspecify.annotations.Nullable;

/** A user's consent to a contract, and the token pairs issued for it, of which at most the newest is accepted. */
public final class Grant {
    private final User user;
    private final Contract contract;
    private final String consentId;
    private final Deque<Pair> pairs = new ArrayDeque<>();

    Grant(User user, Contract contract, String consentId) {
        this.user = user;
        this.contract = contract;
        this.consentId = consentId;
    }

    public User user() {
        return user;
    }

    public Contract contract() {
        return contract;
    }

    public String consentId() {
        return consentId;
    }

    /** The live pair, expired or not; null after the grant is revoked. */
    public @Nullable Pair pair() {
        Pair newest = pairs.peekLast();
        return newest == null || newest.endedAt() != null ? null : newest;
    }

    /** The pairs that are kept, oldest first. */
    public List<Pair> pairs() {
        return List.copyOf(pairs);
    }

    /** The number of pairs issued so far. */
    public int issued() {
        Pair newest = pairs.peekLast();
        return newest == null ? 0 : newest.number();
    }

    boolean holds(IssuedToken token) {
        Pair pair = pair();
        return pair != null && (pair.access() == token || pair.refresh() == token);
    }

    void add(Pair pair) {
        pairs.addLast(pair);
    }

    /** Removes and returns the oldest pair if there are more than the limit. */
    @Nullable
    Pair beyond(int limit) {
        return pairs.size() > limit ? pairs.removeFirst() : null;
    }

    void end(Instant now, End why) {
        Pair pair = pair();
        if (pair != null) {
            pair.end(now, why);
        }
    }
}
