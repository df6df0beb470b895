package me.digi.client.internal.token.schedules;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.token.schedules.Violations.Cause;
import me.digi.client.internal.token.schedules.Violations.Kind;
import org.jspecify.annotations.Nullable;

/** Whether grants that are declared dead are dead. */
final class Verdicts {
    /** For how long a client uses what it has last seen in the store. */
    private static final long CONFIRMED = Duration.ofSeconds(30).toNanos();
    /** For how long it does if the store is out of reach. */
    private static final long VERDICT = Duration.ofMinutes(2).toNanos();
    /** How often a client looks whether an unknown key is there. */
    private static final long LOOKUP = Duration.ofMinutes(1).toNanos();

    private final TokenSchedule schedule;
    private final Map<Row, Long> lastDeadAt = new HashMap<>();

    Verdicts(TokenSchedule schedule) {
        this.schedule = schedule;
    }

    void observe() {
        for (Row row : schedule.rows()) {
            if (isDead(row)) {
                lastDeadAt.put(row, schedule.fibers.now());
            }
        }
    }

    /** Whether neither the store nor a running client has a pair that the server accepts. */
    boolean isDead(Row row) {
        Content content = row.content();
        if (content == null) {
            return true;
        }
        UserAccessToken pair = content.pair();
        if (pair != null && schedule.server.honours(pair)) {
            return false;
        }
        for (Sent request : schedule.requests.of(row)) {
            String response = request.response;
            boolean isThere = response != null
                    && schedule.server.honours(schedule.server.pair(response))
                    && isReadable(response)
                    && (content.holdsResponse(response) || isOnItsWay(request, content));
            if (isThere) {
                return false;
            }
        }
        return schedule.responses.open().stream()
                .noneMatch(it -> it.row == row
                        && !it.process.wasHinderedSince(it.sentAt)
                        && isReadable(it.response)
                        && schedule.server.honours(it.pair));
    }

    /** A caller that began then was asked for a new consent. */
    void declared(SimulatedProcess process, Row row, long begunAt, Reason reason) {
        schedule.fibers.note(process + " declares " + row + " dead: " + reason);
        long confirmed = begunAt - CONFIRMED;
        long since = process.wasHinderedSince(confirmed) ? begunAt - VERDICT - CONFIRMED : confirmed;
        boolean wasDead = isDead(row) || lastDeadAt.getOrDefault(row, Long.MIN_VALUE) >= since;
        UserAccessToken own = own(process, row);
        if (own != null || !wasDead) {
            schedule.violations.add(
                    Kind.DECLARED_DEAD,
                    process + " declares " + row + " dead"
                            + (own == null
                                    ? ""
                                    : ", having received " + own.refreshToken().value()));
            return;
        }
        Cause cause = cause(row);
        schedule.violations.died(cause);
        if (cause == Cause.RESPONSE_LOST && reason == Reason.REFUSED && isDead(row) && !row.hasChangedSince(begunAt)) {
            schedule.violations.add(Kind.WRONG_REASON, process + " says REFUSED of " + row);
        }
    }

    private @Nullable UserAccessToken own(SimulatedProcess process, Row row) {
        return schedule.responses.open().stream()
                .filter(it -> it.process == process
                        && it.hasLanded()
                        && it.row == row
                        && isReadable(it.response)
                        && schedule.server.honours(it.pair))
                .map(it -> it.pair)
                .findFirst()
                .orElse(null);
    }

    private Cause cause(Row row) {
        Content content = row.content();
        UserAccessToken pair = content == null ? null : content.pair();
        if (pair == null || schedule.server.isRevoked(pair)) {
            return Cause.REVOKED;
        }
        if (schedule.server.isRevokedForReuse(pair)) {
            return Cause.FAMILY_REVOKED;
        }
        return row.wasPutHereUsed(pair) ? Cause.OLD_PAIR : Cause.RESPONSE_LOST;
    }

    private boolean isReadable(String response) {
        long from = schedule.server.readableFrom(response);
        return from <= schedule.fibers.now() - LOOKUP || from == 0;
    }

    /** A response that comes for another pair than the present one is not taken in. */
    private static boolean isOnItsWay(Sent request, Content content) {
        return request.pair != null
                && content.holds(request.pair)
                && request.result == Sent.Result.UNDER_WAY
                && request.fault == Fault.NONE
                && !request.process.isGone()
                && !request.process.wasHinderedSince(request.at);
    }
}
