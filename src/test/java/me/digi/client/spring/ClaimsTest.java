package me.digi.client.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import me.digi.client.store.GrantKey;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private final TokenStore store = new InMemoryTokenStore();

    @Test
    void claimIsGrantedOnceUntilItExpires() {
        assertThat(at(0).claim("consent")).isTrue();
        assertThat(at(2).claim("consent")).isFalse();
        assertThat(at(3).claim("consent")).isTrue();
    }

    @Test
    void oneOfManyThreadsIsGrantedTheClaim() {
        assertThat(IntStream.range(0, 50)
                        .parallel()
                        .filter(thread -> at(0).claim("consent"))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void recordsAreFewAndDoNotGrow() {
        for (int minute = 0; minute < 1000; minute++) {
            at(minute).claim("consent" + minute);
            at(minute).claim("consent " + minute);
        }

        assertThat(IntStream.range(0, 1000)
                        .mapToObj(key -> store.load(new GrantKey("digime-consent", String.valueOf(key))))
                        .filter(record -> record != null))
                .hasSizeLessThanOrEqualTo(64)
                .extracting(StoredGrant::content)
                .allSatisfy(content -> assertThat(content).hasSizeLessThan(200));
    }

    private Claims at(int minute) {
        Instant now = Instant.EPOCH.plus(Duration.ofMinutes(minute));
        return new Claims(store, Clock.fixed(now, ZoneOffset.UTC), Duration.ofMinutes(3));
    }
}
