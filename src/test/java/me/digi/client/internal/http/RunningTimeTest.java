package me.digi.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunningTimeTest {
    private static final Duration CALL = Duration.ofSeconds(30);
    private static final Duration RESPONSE = Duration.ofSeconds(5);

    private final RunningTime time = new RunningTime(CALL, RESPONSE);

    @Test
    void aResponseIsWaitedForAsLongAsItsLimit() {
        assertThat(waits(true)).isEqualTo(5);
    }

    @Test
    void whereNoResponseIsAwaitedOnlyTheLimitOfTheCallCounts() {
        assertThat(waits(false)).isEqualTo(30);
    }

    @Test
    void t8_theTimeInWhichTheProcessWasStoppedDoesNotCount() {
        for (int second = 0; second < 4; second++) {
            time.waited(nanos(1_000), time.next(true), true);
        }
        time.waited(nanos(60_000), time.next(true), true);
        assertThat(time.isOver()).isFalse();
        assertThat(waits(true)).as("what has come meanwhile can be read").isEqualTo(2);
    }

    @Test
    void theNextAttemptHasTheWholeLimitAgain() {
        time.waited(nanos(1_000), time.next(true), true);
        time.waited(nanos(10), time.next(false), false);
        assertThat(waits(true)).isEqualTo(5);
    }

    @Test
    void noLimitIsNeverOver() {
        RunningTime unlimited = new RunningTime(Duration.ZERO, Duration.ZERO);
        unlimited.waited(nanos(1_000), unlimited.next(true), true);
        assertThat(unlimited.next(true)).isEqualTo(nanos(1_000));
        assertThat(unlimited.isOver()).isFalse();
    }

    /** How many waits it takes until it is over. */
    private int waits(boolean isWaitingForResponse) {
        int waits = 0;
        while (!time.isOver()) {
            long next = time.next(isWaitingForResponse);
            time.waited(next, next, isWaitingForResponse);
            waits++;
        }
        return waits;
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
