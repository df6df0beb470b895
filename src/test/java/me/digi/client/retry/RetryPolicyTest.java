package me.digi.client.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    @Test
    void triesTwiceMoreUnlessSaidOtherwise() {
        assertThat(RetryPolicy.defaults().limit()).isEqualTo(2);
        assertThat(RetryPolicy.defaults().statuses())
                .containsExactlyInAnyOrder(408, 429, 500, 502, 503, 504, 521, 522, 524);
        assertThat(RetryPolicy.none().limit()).isZero();
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        RetryPolicy policy = RetryPolicy.builder()
                .baseDelay(Duration.ofMillis(100))
                .maxDelay(Duration.ofMillis(350))
                .build();
        assertThat(policy.delay(1, 0)).isEqualTo(Duration.ofMillis(100));
        assertThat(policy.delay(2, 0)).isEqualTo(Duration.ofMillis(200));
        assertThat(policy.delay(3, 0)).isEqualTo(Duration.ofMillis(350));
        assertThat(policy.delay(Integer.MAX_VALUE, 0)).isEqualTo(Duration.ofMillis(350));
    }

    @Test
    void jitterShortensAPauseByItsShareAtMost() {
        RetryPolicy policy = RetryPolicy.builder()
                .baseDelay(Duration.ofSeconds(1))
                .jitter(0.2)
                .build();
        assertThat(policy.delay(1, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(policy.delay(1, 0.5)).isEqualTo(Duration.ofMillis(900));
        assertThat(policy.delay(1, 1)).isEqualTo(Duration.ofMillis(800));
    }

    @Test
    void noBaseDelayMeansNoPause() {
        RetryPolicy policy = RetryPolicy.builder().baseDelay(Duration.ZERO).build();
        assertThat(policy.delay(1, 0)).isZero();
        assertThat(policy.delay(2000, 1)).isZero();
    }

    @Test
    void namesTheFieldAndTheValueThatItRefuses() {
        assertRejected(RetryPolicy.builder().limit(-1), "limit must be 0 or more: -1");
        assertRejected(RetryPolicy.builder().statuses(List.of(200)), "statuses must be from 400 to 599: 200");
        assertRejected(RetryPolicy.builder().jitter(1.1), "jitter must be from 0 to 1: 1.1");
        assertRejected(RetryPolicy.builder().jitter(Double.NaN), "jitter must be from 0 to 1: NaN");
        assertRejected(
                RetryPolicy.builder().baseDelay(Duration.ofSeconds(-1)), "baseDelay must be from 0 to one day: PT-1S");
        assertRejected(RetryPolicy.builder().maxDelay(Duration.ofDays(2)), "maxDelay must be from 0 to one day: PT48H");
        assertRejected(
                RetryPolicy.builder().maxRetryAfter(Duration.ofDays(2)),
                "maxRetryAfter must be from 0 to one day: PT48H");
        assertRejected(
                RetryPolicy.builder().baseDelay(Duration.ofSeconds(11)),
                "baseDelay must not be longer than maxDelay: PT11S > PT10S");
        assertThatThrownBy(() -> RetryPolicy.defaults().delay(0, 0)).hasMessage("attempt must be 1 or more: 0");
        assertThatThrownBy(() -> RetryPolicy.defaults().delay(1, 2)).hasMessage("random must be from 0 to 1: 2.0");
    }

    private static void assertRejected(RetryPolicy.Builder builder, String message) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
