package me.digi.client.sandbox.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.IssuedPair;
import org.junit.jupiter.api.Test;

/** The memory of a sandbox does not grow with the number of requests. */
class BoundsTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(5);

    @Test
    void aNonceIsRememberedForAsLongAsItsTimestampIsAccepted() {
        Nonces nonces = new Nonces();
        assertThat(nonces.add("first", NOW, WINDOW)).isTrue();
        Instant last = NOW.plus(WINDOW.multipliedBy(2));
        assertThat(nonces.add("first", last, WINDOW)).isFalse();
        nonces.add("later", last.plusMillis(1), WINDOW);
        assertThat(nonces.add("first", last.plusMillis(1), WINDOW)).isTrue();
    }

    @Test
    void whileTheClockStandsStillTheNewestNoncesAreRemembered() {
        Nonces nonces = new Nonces();
        for (int i = 0; i <= 100_000; i++) {
            nonces.add("nonce " + i, NOW, WINDOW);
        }
        assertThat(nonces.add("nonce 1", NOW, WINDOW)).isFalse();
        assertThat(nonces.add("nonce 0", NOW, WINDOW)).isTrue();
    }

    @Test
    void theNewestEntriesAreRemembered() {
        Newest<Integer> newest = new Newest<>();
        for (int i = 0; i <= 10_000; i++) {
            newest.put("entry " + i, i);
        }
        assertThat(newest).hasSize(10_000).doesNotContainKey("entry 0").containsKey("entry 1");
    }

    @Test
    void theNewestPairsOfAGrantAreRemembered() {
        World world = new World(
                "app",
                Clock.fixed(NOW, ZoneOffset.UTC),
                new Lifetimes(WINDOW, WINDOW, WINDOW, WINDOW, WINDOW),
                "seed",
                new Blobs());
        Contract contract =
                new Contract("contract", ContractKind.READ, new CompletableFuture<>(), Set.of(), world.changes());
        Grant grant = world.grants().open(world.users().create(NOW), contract);
        String first = issue(world, grant).access().value();
        for (int i = 0; i < 100; i++) {
            issue(world, grant);
        }
        assertThat(grant.pairs()).hasSize(100);
        assertThat(grant.issued()).isEqualTo(101);
        assertThat(world.grants().token(first)).isNull();
        assertThat(world.grants().token(grant.pairs().get(0).access().value())).isNotNull();
    }

    private static Pair issue(World world, Grant grant) {
        return world.grants().issue(grant, NOW, world.lifetimes(), IssuedPair.End.REFRESHED);
    }
}
