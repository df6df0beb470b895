package me.digi.client.internal.token;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.store.GrantKey;

/** Who has the pair that the server honours, for each user of a schedule: the truth that clients are measured by. */
final class Whereabouts {
    private final Fibers fibers;
    private final RotatingServer server;
    private final ScheduledStore store;
    private final boolean isOverrunPossible;
    private final Map<Integer, Delivered> delivered = new HashMap<>();
    private final Map<Integer, Integer> lastConsents = new HashMap<>();

    /** Who has got a pair from the server. */
    private record Delivered(int number, SimulatedProcess to, Instant at) {}

    Whereabouts(Fibers fibers, RotatingServer server, ScheduledStore store, boolean isOverrunPossible) {
        this.fibers = fibers;
        this.server = server;
        this.store = store;
        this.isOverrunPossible = isOverrunPossible;
    }

    GrantKey key(int user) {
        return new GrantKey(server.contract().contractId(), "user-" + user);
    }

    void refreshed(int user, SimulatedProcess process, UserAccessToken pair) {
        delivered.put(user, new Delivered(server.number(pair), process, fibers.instant()));
    }

    void consented(int user, SimulatedProcess process, UserAccessToken pair) {
        refreshed(user, process, pair);
        lastConsents.put(user, fibers.steps());
    }

    /** Whether nobody can have the pair that the server honours, if it honours any. */
    boolean isDead(int user) {
        int honoured = server.honoured(user);
        if (honoured == 0) {
            return true;
        }
        boolean isTheFirst = honoured == 1;
        boolean isStored = number(user) == honoured || hasUnreadAnswer(user);
        Delivered last = delivered.get(user);
        return !isTheFirst && !isStored && (last == null || last.number() != honoured);
    }

    /**
     * Whether a client that started to find out at that step may take the grant for dead all the same: the user has consented
     * again since, or one process has a pair that it could not store, or has not stored before its lease ran out.
     */
    boolean mayBeTakenForDead(int user, int begun) {
        Delivered last = delivered.get(user);
        boolean isOutOfReach = last != null
                && (isOverrunPossible || last.to().hadStoreTroubleSince(last.at()) || last.to().isBoarding);
        return isDead(user) || isOutOfReach || lastConsents.getOrDefault(user, 0) > begun;
    }

    /** With a process goes what it alone has; if it ends in peace, only what the store would not take. */
    void gone(SimulatedProcess process, boolean isInPeace) {
        delivered.entrySet().removeIf(entry -> {
            Delivered last = entry.getValue();
            boolean isItsAlone =
                    last.to() == process && number(entry.getKey()) < last.number() && !hasUnreadAnswer(entry.getKey());
            return isItsAlone && (!isInPeace || process.hadStoreTroubleSince(last.at()));
        });
    }

    private int number(int user) {
        return server.number(store.state(key(user)).token());
    }

    private boolean hasUnreadAnswer(int user) {
        RefreshAttempt attempt = store.state(key(user)).attempt();
        return attempt != null && attempt.answer() != null;
    }
}
