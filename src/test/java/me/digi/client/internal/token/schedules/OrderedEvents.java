package me.digi.client.internal.token.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;

/** The listener of one process, which must not get an older pair after a newer one. */
final class OrderedEvents {
    private final SimulatedProcess process;
    private final TokenSchedule schedule;
    private final Map<Row, UserAccessToken> newest = new HashMap<>();

    OrderedEvents(SimulatedProcess process, TokenSchedule schedule) {
        this.process = process;
        this.schedule = schedule;
    }

    void accept(TokenEvent event) {
        if (event instanceof TokenEvent.Changed changed && !process.isGone()) {
            next(schedule.row(changed.grant()), changed.token());
        }
    }

    private void next(Row row, UserAccessToken pair) {
        UserAccessToken before = newest.put(row, pair);
        boolean isComparable =
                before != null && String.valueOf(before.userId()).equals(pair.userId()) && !row.wasHandedOver(pair);
        if (isComparable) {
            schedule.fibers.check(() -> assertThat(schedule.server.rank(pair))
                    .as(
                            "what the listener of %s is told of %s after %s",
                            process, row, before.refreshToken().value())
                    .isGreaterThanOrEqualTo(schedule.server.rank(before)));
        }
    }
}
