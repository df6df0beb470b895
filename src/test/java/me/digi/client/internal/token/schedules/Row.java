package me.digi.client.internal.token.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.store.StoredGrant;
import org.jspecify.annotations.Nullable;

/** One user's row in the store that all processes share, with its history. */
final class Row {
    private final TokenSchedule schedule;
    private final String userKey;
    private final List<Write> writes = new ArrayList<>();
    private final List<UserAccessToken> pairs = new ArrayList<>();
    private final List<UserAccessToken> deleted = new ArrayList<>();
    private final List<UserAccessToken> usedUp = new ArrayList<>();
    private final List<HandOver> handOvers = new ArrayList<>();
    private @Nullable StoredGrant stored;
    private @Nullable Content content;
    private long deletedAt = Long.MIN_VALUE;

    /** Whose consent the application asks for. */
    int user;

    /** A write that was done, and what there was before; null if there was nothing. */
    record Write(
            SimulatedProcess process, long at, @Nullable Content before, Content after) {}

    /** The application gives a client a pair, or a code that the pair was exchanged for. */
    static final class HandOver {
        private final UserAccessToken pair;
        private final How how;
        private final long at;
        private @Nullable SimulatedProcess by;
        private long endedAt = Long.MAX_VALUE;

        HandOver(UserAccessToken pair, How how, long at) {
            this.pair = pair;
            this.how = how;
            this.at = at;
        }
    }

    enum How {
        SIGN_IN,
        IF_NEWER,
        REPLACE
    }

    Row(TokenSchedule schedule, int user) {
        this.schedule = schedule;
        this.user = user;
        this.userKey = "user-" + user;
    }

    String userKey() {
        return userKey;
    }

    /** Whether there is, or was, nothing. */
    boolean wasMissing() {
        return content == null || deletedAt >= 0;
    }

    @Nullable
    StoredGrant stored() {
        return stored;
    }

    @Nullable
    Content content() {
        return content;
    }

    /** The pairs that were ever stored, any of which an application may have kept. */
    List<UserAccessToken> pairs() {
        return pairs;
    }

    List<Write> writes() {
        return writes;
    }

    HandOver updateFromApplication(UserAccessToken pair, How how) {
        HandOver updateFromApplication = new HandOver(pair, how, schedule.fibers.now());
        handOvers.add(updateFromApplication);
        return updateFromApplication;
    }

    /** The client has returned to the application. */
    void ended(HandOver updateFromApplication) {
        updateFromApplication.endedAt = schedule.fibers.now();
    }

    /** The client has got a pair for a code, which it may write until it knows that the pair is stored. */
    void signedIn(SimulatedProcess process, UserAccessToken pair) {
        updateFromApplication(pair, How.SIGN_IN).by = process;
    }

    /** The process knows that this is, or was, stored. */
    void seen(SimulatedProcess process, @Nullable Content found) {
        handOvers.stream()
                .filter(it -> it.by == process && it.endedAt == Long.MAX_VALUE && found != null && found.holds(it.pair))
                .forEach(this::ended);
    }

    /** Whether the application is just putting this pair in the place of whatever there is. */
    boolean isBeingImposed(UserAccessToken pair) {
        return handOvers.stream()
                .anyMatch(it -> it.how == How.REPLACE && it.endedAt == Long.MAX_VALUE && Content.same(it.pair, pair));
    }

    boolean wasHandedOverSince(UserAccessToken pair, long time) {
        return handOvers.stream().anyMatch(it -> it.endedAt >= time && Content.same(it.pair, pair));
    }

    boolean wasHandedOver(UserAccessToken pair) {
        return wasHandedOverSince(pair, Long.MIN_VALUE);
    }

    /** Whether the application replaces whatever is in the row with this pair. */
    boolean wasImposed(UserAccessToken pair) {
        return handOvers.stream().anyMatch(it -> it.how != How.IF_NEWER && Content.same(it.pair, pair));
    }

    /** Whether the pair was used up already when the application put it here. */
    boolean wasPutHereUsed(UserAccessToken pair) {
        return usedUp.stream().anyMatch(it -> Content.same(it, pair));
    }

    @Nullable
    Write write(SimulatedProcess process, long expectedVersion, StoredGrant next) {
        long version = stored == null ? 0 : stored.version();
        if (version != expectedVersion) {
            return null;
        }
        Content after = Content.of(next);
        Write write = new Write(process, schedule.fibers.now(), content, after);
        writes.add(write);
        check(write);
        noteUsedUp(write);
        stored = next;
        content = after;
        if (after.pair() != null && pairs.stream().noneMatch(after::holds)) {
            pairs.add(after.pair());
        }
        schedule.responses.stored(this, write);
        return write;
    }

    void delete() {
        schedule.fibers.note(this + " is deleted");
        stored = null;
        content = null;
        deletedAt = schedule.fibers.now();
        deleted.addAll(pairs);
        schedule.responses.deleted(this);
    }

    /** Whether another pair has come since. */
    boolean hasChangedSince(long time) {
        return writes.stream()
                .anyMatch(it -> it.at >= time
                        && it.after.pair() != null
                        && (it.before == null || !it.before.holds(it.after.pair())));
    }

    /** What was there before the process's last write; null if it has written nothing. */
    @Nullable
    Content beforeLastWriteOf(SimulatedProcess process) {
        for (int i = writes.size() - 1; i >= 0; i--) {
            if (writes.get(i).process == process) {
                return writes.get(i).before;
            }
        }
        return null;
    }

    /** When the process wrote last before that write, by its index. */
    private long lastWriteBefore(int index, SimulatedProcess process) {
        for (int i = index - 1; i >= 0; i--) {
            if (writes.get(i).process == process) {
                return writes.get(i).at;
            }
        }
        return Long.MIN_VALUE;
    }

    /** Whether the process wrote after the other one had not written for that long. */
    boolean wasTakenOver(SimulatedProcess by, SimulatedProcess from, long since, long length) {
        for (int i = writes.size() - 1; i >= 0 && writes.get(i).at >= since; i--) {
            long before = lastWriteBefore(i, from);
            boolean hasWaited = before != Long.MIN_VALUE && writes.get(i).at - before >= length;
            if (writes.get(i).process == by && hasWaited && (from.isGone() || from.wasHinderedSince(before))) {
                return true;
            }
        }
        return false;
    }

    private void noteUsedUp(Write write) {
        UserAccessToken pair = write.after.pair();
        boolean isPut = pair != null && (write.before == null || !write.before.holds(pair)) && wasHandedOver(pair);
        if (isPut && !schedule.server.accepts(pair)) {
            usedUp.add(pair);
        }
    }

    @Override
    public String toString() {
        return userKey;
    }

    private void check(Write write) {
        UserAccessToken next = write.after.pair();
        UserAccessToken former = write.before == null ? null : write.before.pair();
        String change = (former == null ? "nothing" : former.refreshToken().value()) + " -> "
                + (next == null ? "nothing" : next.refreshToken().value());
        schedule.fibers.note(write.process + " writes " + this + ": " + change);
        if (next == null) {
            return;
        }
        if (write.before == null && deletedAt >= 0) {
            long deleted = deletedAt;
            boolean wasStored = pairs.stream().anyMatch(write.after::holds);
            schedule.fibers.check(() -> assertThat(wasStored ? wasHandedOverSince(next, deleted) : wasHandedOver(next))
                    .as(
                            "%s was deleted, and %s writes it anew, with a pair that the application has not given it",
                            this, write.process)
                    .isTrue());
        }
        if (write.after.isRefused()) {
            schedule.fibers.check(() -> assertThat(schedule.server.honours(next))
                    .as(
                            "the server honours %s, which is recorded as refused",
                            next.refreshToken().value())
                    .isFalse());
        }
        if (former != null && !write.after.holds(former)) {
            checkReplacement(write, former, next);
        }
    }

    /** Only a pair that the application has imposed may replace a newer one, or another user's. */
    private void checkReplacement(Write write, UserAccessToken former, UserAccessToken next) {
        boolean isSameUser = String.valueOf(former.userId()).equals(next.userId());
        boolean isAsNew = isSameUser && schedule.server.rank(next) >= schedule.server.rank(former);
        boolean wasDead = isSameUser && wasHandedOver(next) && !schedule.server.honours(former);
        schedule.fibers.check(() -> assertThat(isAsNew || wasDead || wasImposed(next))
                .as(
                        "%s replaces %s in %s by %s",
                        write.process,
                        former.refreshToken().value(),
                        this,
                        next.refreshToken().value())
                .isTrue());
        schedule.fibers.check(() -> assertThat(isUndone(former, next))
                .as(
                        "%s puts back %s in %s, which the application has replaced or deleted",
                        write.process, next.refreshToken().value(), this)
                .isFalse());
    }

    private boolean isUndone(UserAccessToken former, UserAccessToken next) {
        boolean wasThere = pairs.stream().anyMatch(it -> Content.same(it, next));
        boolean wasDeleted = deleted.stream().anyMatch(it -> Content.same(it, next));
        return (wasDeleted && !wasHandedOverSince(next, deletedAt))
                || (wasThere
                        && handOvers.stream()
                                .filter(it -> it.how != How.IF_NEWER && Content.same(it.pair, former))
                                .anyMatch(it -> !wasHandedOverSince(next, it.at)));
    }
}
