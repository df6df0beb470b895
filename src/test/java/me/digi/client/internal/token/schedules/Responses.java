package me.digi.client.internal.token.schedules;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.token.schedules.Violations.Kind;
import me.digi.client.store.StoredGrant;
import org.jspecify.annotations.Nullable;

/** The responses that clients have received completely, and whether their pairs are stored. */
final class Responses {
    private final TokenSchedule schedule;
    private final List<Received> open = new ArrayList<>();
    private final IdentityHashMap<Object, Begun> lastWrites = new IdentityHashMap<>();
    private int order;

    /** A response that is nowhere in the store yet. */
    final class Received {
        final SimulatedProcess process;
        final Row row;
        final String response;
        final UserAccessToken pair;
        final long sentAt;
        private final @Nullable UserAccessToken sent;
        private final Object fiber;
        private final int receivedAt;
        private int landedAt = Integer.MAX_VALUE;

        Received(SimulatedProcess process, Sent request, String response) {
            this.process = process;
            this.row = request.row;
            this.sent = request.pair;
            this.sentAt = request.at;
            this.response = response;
            this.pair = schedule.server.pair(response);
            this.fiber = schedule.fibers.current();
            this.receivedAt = order++;
        }

        /** The client has had its chance to store it. */
        void landed() {
            landedAt = order++;
        }

        boolean hasLanded() {
            return landedAt != Integer.MAX_VALUE;
        }

        private boolean isIn(@Nullable Content content) {
            return content != null && (content.holdsResponse(response) || isHeld(row, pair, content));
        }

        private boolean isDue(Begun write) {
            return write.process == process
                    && write.row == row
                    && (write.at > landedAt || (write.fiber == fiber && write.at > receivedAt));
        }
    }

    /** A write that begins. */
    record Begun(SimulatedProcess process, Row row, Object fiber, StoredGrant next, int at) {}

    Responses(TokenSchedule schedule) {
        this.schedule = schedule;
    }

    /** Responses that clients have received and not stored. */
    List<Received> open() {
        return open;
    }

    Received received(SimulatedProcess process, Sent request, String response) {
        Received received = new Received(process, request, response);
        Content content = request.row.content();
        boolean isObsolete =
                (received.sent != null && (content == null || !content.holds(received.sent))) || received.isIn(content);
        if (!isObsolete && !schedule.server.isBeyondReading(response)) {
            open.add(received);
        }
        return received;
    }

    /** A write that is only repeated was decided on when it was first tried. */
    Begun beginWrite(SimulatedProcess process, Row row, StoredGrant next) {
        Object fiber = schedule.fibers.current();
        Begun last = lastWrites.get(fiber);
        boolean isRepeated = last != null && last.next.equals(next);
        Begun begun = new Begun(process, row, fiber, next, isRepeated ? last.at : order++);
        lastWrites.put(fiber, begun);
        return begun;
    }

    /** The write was done, by whomever, and whether or not its process learns that. */
    void stored(Row row, Row.Write write) {
        UserAccessToken next = write.after().pair();
        Content before = write.before();
        boolean isImposed = next != null
                && row.wasHandedOver(next)
                && (before == null || !before.holds(next) || row.isBeingImposed(next));
        if (before != null && !isImposed) {
            checkKept(row, write, before);
        }
        open.removeIf(it -> it.row == row && (isImposed || it.isIn(write.after())));
    }

    /** The process has learned that its write was done. */
    void written(Begun begun, Content content) {
        List<Received> lost =
                open.stream().filter(it -> it.isDue(begun) && !it.isIn(content)).toList();
        lost.forEach(it -> lose(it, "writes something else"));
    }

    void deleted(Row row) {
        open.removeIf(it -> it.row == row);
    }

    void crashed(SimulatedProcess process) {
        open.removeIf(it -> it.process == process);
    }

    void closed(SimulatedProcess process) {
        List<Received> lost = open.stream()
                .filter(it -> it.process == process && !process.wasHinderedSince(it.sentAt))
                .toList();
        lost.forEach(it -> lose(it, "is closed"));
        crashed(process);
    }

    /** All trouble has been over for long. */
    void settled() {
        List<Received> lost = open.stream()
                .filter(it ->
                        schedule.server.readableFrom(it.response) != Long.MAX_VALUE && schedule.server.honours(it.pair))
                .toList();
        lost.forEach(it -> lose(it, "never stores it"));
    }

    private void lose(Received it, String how) {
        open.remove(it);
        schedule.violations.add(
                Kind.LOST,
                it.process + " received " + it.response + " with "
                        + it.pair.refreshToken().value() + " and " + how);
    }

    /** What was stored, and is worth something, stays until something as new takes its place. */
    private void checkKept(Row row, Row.Write write, Content before) {
        Content after = write.after();
        List<UserAccessToken> held = new ArrayList<>();
        if (before.pair() != null) {
            held.add(before.pair());
        }
        for (Sent request : schedule.requests.of(row)) {
            String response = request.response;
            if (response != null
                    && before.holdsResponse(response)
                    && !after.holdsResponse(response)
                    && schedule.server.readableFrom(response) != Long.MAX_VALUE) {
                held.add(schedule.server.pair(response));
            }
        }
        for (UserAccessToken pair : held) {
            if (schedule.server.honours(pair) && !isHeld(row, pair, after)) {
                schedule.violations.add(
                        Kind.LOST,
                        write.process() + " drops " + pair.refreshToken().value() + " from " + row);
            }
        }
    }

    private boolean isHeld(Row row, UserAccessToken pair, Content content) {
        UserAccessToken stored = content.pair();
        if (stored != null && isAsNew(stored, pair)) {
            return true;
        }
        return schedule.requests.of(row).stream()
                .anyMatch(it -> it.response != null
                        && content.holdsResponse(it.response)
                        && schedule.server.readableFrom(it.response) != Long.MAX_VALUE
                        && isAsNew(schedule.server.pair(it.response), pair));
    }

    private boolean isAsNew(UserAccessToken one, UserAccessToken other) {
        return String.valueOf(one.userId()).equals(other.userId())
                && schedule.server.rank(one) >= schedule.server.rank(other);
    }
}
