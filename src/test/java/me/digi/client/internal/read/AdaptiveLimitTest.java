package me.digi.client.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AdaptiveLimitTest {
    private final AdaptiveLimit limit = new AdaptiveLimit(8);

    @Test
    void anOverloadedServiceGetsHalfAsManyRequestsAtOnceAndAlwaysOne() throws InterruptedException {
        assertThat(limit.allowed()).isEqualTo(8);

        for (int allowed : new int[] {4, 2, 1, 1}) {
            limit.enter();
            limit.leaveOverloaded();
            assertThat(limit.allowed()).isEqualTo(allowed);
        }
    }

    @Test
    void oneMoreIsReadAtOnceWhenAsManyWereReadAndNeverMoreThanTheApplicationAllows() throws InterruptedException {
        limit.enter();
        limit.leaveOverloaded();

        read(4);
        assertThat(limit.allowed()).isEqualTo(5);
        read(4);
        assertThat(limit.allowed()).isEqualTo(5);
        read(1 + 6 + 7);
        assertThat(limit.allowed()).isEqualTo(8);
        read(100);
        assertThat(limit.allowed()).isEqualTo(8);
    }

    @Test
    void aFileWaitsUntilAnotherIsDone() throws InterruptedException {
        AdaptiveLimit single = new AdaptiveLimit(1);
        single.enter();
        Thread second = new Thread(() -> {
            try {
                single.enter();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        second.start();
        while (second.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        single.leave();

        second.join();
    }

    private void read(int files) throws InterruptedException {
        for (int i = 0; i < files; i++) {
            limit.enter();
            limit.leave();
        }
    }
}
