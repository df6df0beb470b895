package me.digi.client.internal.token.schedules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.token.schedules.Violations.Kind;

/** The token requests of a schedule, and whether one of them should not have been sent. */
final class Requests {
    private static final long LEASE = Duration.ofSeconds(15).toNanos();
    private static final long VERDICT = Duration.ofMinutes(2).toNanos();
    private static final long WAIT_FOR_KEY = Duration.ofMinutes(10).toNanos();

    private final TokenSchedule schedule;
    private final Map<Row, List<Sent>> all = new HashMap<>();
    private final Map<String, Row> codes = new HashMap<>();
    private int refreshes;

    Requests(TokenSchedule schedule) {
        this.schedule = schedule;
    }

    /** How often a refresh token was sent. */
    int refreshes() {
        return refreshes;
    }

    List<Sent> of(Row row) {
        return all.getOrDefault(row, List.of());
    }

    /** Whether the code was exchanged, and its response can be read. */
    boolean isExchanged(Row row, String code) {
        return of(row).stream()
                .anyMatch(it ->
                        code.equals(it.code) && it.response != null && !schedule.server.isBeyondReading(it.response));
    }

    void expectCode(Row row, String code) {
        codes.put(code, row);
    }

    /** The request leaves the process. */
    Sent send(SimulatedProcess process, TokenRequest request, Fault fault) {
        String code = request.claims().get("code");
        if (code != null) {
            return add(new Sent(
                    process, Objects.requireNonNull(codes.get(code)), null, code, fault, schedule.fibers.now()));
        }
        String refreshToken = Objects.requireNonNull(request.claims().get("refresh_token"));
        for (Row row : schedule.rows()) {
            for (UserAccessToken pair : row.pairs()) {
                if (pair.refreshToken().value().equals(refreshToken)) {
                    return refresh(new Sent(process, row, pair, null, fault, schedule.fibers.now()), pair);
                }
            }
        }
        throw new AssertionError(process + " sends " + refreshToken + ", which was never stored");
    }

    private Sent refresh(Sent next, UserAccessToken pair) {
        refreshes++;
        for (Sent earlier : of(next.row)) {
            if (earlier.pair != null
                    && Content.same(earlier.pair, pair)
                    && !next.row.wasHandedOverSince(pair, earlier.at)
                    && isNeedless(earlier, next, pair)) {
                schedule.violations.add(
                        Kind.REFRESHED_TWICE,
                        next.process + " sends " + pair.refreshToken().value() + " though " + earlier);
                break;
            }
        }
        return add(next);
    }

    private Sent add(Sent sent) {
        all.computeIfAbsent(sent.row, unseen -> new ArrayList<>()).add(sent);
        return sent;
    }

    private boolean isNeedless(Sent earlier, Sent next, UserAccessToken pair) {
        return switch (earlier.result) {
            case IN_DOUBT -> false;
            case UNDER_WAY -> !isAbandoned(earlier, next);
            case REFUSED -> next.at - earlier.learnedAt < VERDICT && knowsVerdict(earlier, next);
            case ANSWERED -> isResponseOfUse(earlier, next) && knowsResponse(earlier, next, pair);
        };
    }

    /** The others must wait until nothing has changed for the length of a lease; and a healthy holder renews it. */
    private static boolean isAbandoned(Sent earlier, Sent next) {
        return earlier.process != next.process
                && next.row.wasTakenOver(next.process, earlier.process, earlier.at, LEASE);
    }

    /** A process that ends before it stores a verdict reports nothing; an older verdict of the same pair is another one. */
    private static boolean knowsVerdict(Sent earlier, Sent next) {
        Content seen = next.row.beforeLastWriteOf(next.process);
        boolean isWritten = next.row.writes().stream()
                .anyMatch(write -> write.process() == earlier.process
                        && write.at() >= earlier.learnedAt
                        && write.after().isRefused());
        return earlier.process == next.process || (isWritten && seen != null && seen.isRefused());
    }

    /** Whether it can be read, or is still worth waiting for. */
    private boolean isResponseOfUse(Sent earlier, Sent next) {
        String response = Objects.requireNonNull(earlier.response);
        if (schedule.server.isBeyondReading(response)) {
            return false;
        }
        return schedule.server.readableFrom(response) <= earlier.learnedAt
                || next.at - earlier.learnedAt < WAIT_FOR_KEY;
    }

    private boolean knowsResponse(Sent earlier, Sent next, UserAccessToken pair) {
        if (earlier.process == next.process) {
            return true;
        }
        Content seen = next.row.beforeLastWriteOf(next.process);
        boolean isSeen =
                seen != null && (!seen.holds(pair) || seen.holdsResponse(Objects.requireNonNull(earlier.response)));
        return isSeen || !isAbandoned(earlier, next);
    }
}
