package me.digi.client.internal.token;

import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.diagnostics.TokenEvent.Changed;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.internal.token.FaultyStore.StoreFault;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.Test;

/** Which events a changed record causes, and since when its parts are known. */
class GrantStoreTimeTest extends GrantStoreFixture {
    private static final Reauthorize VERDICT = new Reauthorize(Reason.REFUSED, null, null, null);

    @Test
    void newPairsAreReportedInOrder() {
        putAndLoad(ONE);
        assertThat(events).as("the first one found").isEmpty();
        others(renewed(TWO));
        grant.load();
        grant.load();
        grant.update(record -> true, record -> record.leased("mine"));
        renewLanding(THREE);
        signInLanding(ScriptedServer.pair(4));
        grant.updateFromApplication(
                record -> Objects.requireNonNull(record).renewed(ScriptedServer.pair(5), host.now(), List.of()));
        assertThat(events)
                .containsExactly(
                        new Changed(KEY, TWO, Origin.STORE),
                        new Changed(KEY, THREE, Origin.REFRESHED),
                        new Changed(KEY, ScriptedServer.pair(4), Origin.SIGNED_IN),
                        new Changed(KEY, ScriptedServer.pair(5), Origin.APPLICATION));
    }

    @Test
    void aPairThatIsLoadedFirstIsNotYoungAndALaterOneIs() {
        putAndLoad(ONE);
        assertThat(times().pairAge()).isEqualTo(POLICY.gracePeriod());
        assertThat(times().isOwn()).isFalse();
        others(renewed(TWO));
        host.pass(Duration.ofSeconds(5));
        grant.load();
        assertThat(times().pairAge()).isZero();
        assertThat(times().isOwn()).isFalse();
        host.pass(Duration.ofSeconds(7));
        assertThat(times().pairAge()).isEqualTo(Duration.ofSeconds(7));
        assertThat(times().wall()).isEqualTo(host.now());
    }

    @Test
    void anAgeIsTheGreaterOneOfBothClocks() {
        putAndLoad(ONE);
        renewLanding(TWO);
        host.pass(Duration.ofSeconds(7));
        host.jump(Duration.ofSeconds(3));
        assertThat(times().pairAge()).isEqualTo(Duration.ofSeconds(10));
        host.jump(Duration.ofSeconds(-8));
        assertThat(times().pairAge()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aWallClockMayJumpByCenturies() {
        putAndLoad(ONE);
        renewLanding(TWO);
        host.jump(Duration.ofDays(200_000));
        assertThat(times().pairAge()).isEqualTo(Duration.ofDays(200_000));
        host.jump(Duration.ofDays(-400_000));
        assertThat(times().pairAge()).isZero();
    }

    @Test
    void aPairIsOwnIfThisClientReceivedIt() {
        putAndLoad(ONE);
        renewLanding(TWO);
        assertThat(times().isOwn()).isTrue();
        grant.updateFromApplication(record -> Objects.requireNonNull(record).renewed(THREE, host.now(), List.of()));
        assertThat(times().isOwn()).isFalse();
        signInLanding(ScriptedServer.pair(4));
        assertThat(times().isOwn()).isTrue();
        grant.markPairOld();
        assertThat(times().pairAge()).isEqualTo(POLICY.gracePeriod());
        host.jump(Duration.ofSeconds(90));
        assertThat(times().pairAge()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void theFirstSignInOfAUserIsYoung() {
        signInLanding(ONE);
        assertThat(times().pairAge()).isZero();
        assertThat(times().isOwn()).isTrue();
        assertThat(events).containsExactly(new Changed(KEY, ONE, Origin.SIGNED_IN));
    }

    @Test
    void aRecordIsUnchangedFromTheEndOfTheFirstLoadToTheStartOfTheLast() {
        put(ONE);
        assertThat(times().recordUnchangedFor()).isZero();
        store.next(LOAD, StoreFault.first(() -> host.pass(Duration.ofSeconds(4))));
        grant.load();
        host.pass(Duration.ofSeconds(10));
        assertThat(times().recordUnchangedFor()).isZero();
        store.next(LOAD, StoreFault.first(() -> host.pass(Duration.ofSeconds(4))));
        grant.load();
        assertThat(times().recordUnchangedFor()).isEqualTo(Duration.ofSeconds(10));
        others(record -> record.leased("others"));
        grant.load();
        assertThat(times().recordUnchangedFor()).isZero();
    }

    @Test
    void aFailedLoadRestartsTheWatch() {
        putAndLoad(ONE);
        host.pass(Duration.ofSeconds(10));
        grant.load();
        store.next(LOAD, StoreFault.failing(outage));
        assertThatThrownBy(grant::load).isInstanceOf(TokenStoreException.class);
        assertThat(times().recordUnchangedFor()).isZero();
        host.pass(Duration.ofSeconds(10));
        grant.load();
        assertThat(times().recordUnchangedFor()).isZero();
        host.pass(Duration.ofSeconds(3));
        grant.load();
        assertThat(times().recordUnchangedFor()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aDeletedRowRestartsTheWatch() {
        putAndLoad(ONE);
        host.pass(Duration.ofSeconds(10));
        grant.load();
        rows.delete(KEY);
        grant.load();
        assertThat(times().recordUnchangedFor()).isZero();
    }

    @Test
    void theAgeOfAVerdictCountsFromWhenItWasFirstLoaded() {
        put(1, GrantRecord.first(ONE, host.now()).refused(VERDICT, host.now().plusSeconds(9999), false));
        host.pass(Duration.ofSeconds(50));
        grant.load();
        assertThat(times().verdictAge()).isZero();
        host.pass(Duration.ofSeconds(10));
        others(record -> record.leased("others"));
        grant.load();
        assertThat(times().verdictAge()).as("the same verdict").isEqualTo(Duration.ofSeconds(10));
        others(record -> record.refused(VERDICT, host.now(), false));
        grant.load();
        assertThat(times().verdictAge()).as("another one").isZero();
    }

    @Test
    void theAgeOfAKeptResponseCountsFromWhenItWasFirstLoaded() {
        putAndLoad(ONE);
        host.pass(Duration.ofSeconds(50));
        others(record -> record.keeping(response(1)));
        grant.load();
        assertThat(times().keptAge()).isZero();
        host.pass(Duration.ofSeconds(10));
        others(record -> record.leased("others"));
        grant.load();
        assertThat(times().keptAge()).as("the same response").isEqualTo(Duration.ofSeconds(10));
        others(record -> record.keeping(response(2)));
        grant.load();
        assertThat(times().keptAge()).as("one more").isZero();
        host.pass(Duration.ofSeconds(10));
        others(record -> record.without(response(1)).without(response(2)));
        grant.load();
        assertThat(times().keptAge()).as("none any more").isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aKeptResponseInTheFirstLoadHasNoAge() {
        host.pass(Duration.ofSeconds(50));
        put(1, GrantRecord.first(ONE, host.now()).keeping(response(1)));
        grant.load();
        assertThat(times().keptAge()).isZero();
    }

    @Test
    void theFlagsOfAMomentAreTheGivenOnes() {
        putAndLoad(ONE);
        assertThat(grant.times(true, false).leaseIsOver()).isTrue();
        assertThat(grant.times(true, false).keptWasTried()).isFalse();
        assertThat(grant.times(false, true).leaseIsOver()).isFalse();
        assertThat(grant.times(false, true).keptWasTried()).isTrue();
    }
}
