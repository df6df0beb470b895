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
        grant.handOver(record -> Objects.requireNonNull(record).renewed(ScriptedServer.pair(5), host.now(), List.of()));
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
        assertThat(moment().pairAge()).isEqualTo(POLICY.youth());
        assertThat(moment().isOwn()).isFalse();
        others(renewed(TWO));
        host.pass(Duration.ofSeconds(5));
        grant.load();
        assertThat(moment().pairAge()).isZero();
        assertThat(moment().isOwn()).isFalse();
        host.pass(Duration.ofSeconds(7));
        assertThat(moment().pairAge()).isEqualTo(Duration.ofSeconds(7));
        assertThat(moment().wall()).isEqualTo(host.now());
    }

    @Test
    void anAgeIsTheGreaterOneOfBothClocks() {
        putAndLoad(ONE);
        renewLanding(TWO);
        host.pass(Duration.ofSeconds(7));
        host.jump(Duration.ofSeconds(3));
        assertThat(moment().pairAge()).isEqualTo(Duration.ofSeconds(10));
        host.jump(Duration.ofSeconds(-8));
        assertThat(moment().pairAge()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aPairIsOwnIfThisClientReceivedIt() {
        putAndLoad(ONE);
        renewLanding(TWO);
        assertThat(moment().isOwn()).isTrue();
        grant.handOver(record -> Objects.requireNonNull(record).renewed(THREE, host.now(), List.of()));
        assertThat(moment().isOwn()).isFalse();
        signInLanding(ScriptedServer.pair(4));
        assertThat(moment().isOwn()).isTrue();
        grant.ofOldPair();
        assertThat(moment().pairAge()).isEqualTo(POLICY.youth());
        host.jump(Duration.ofSeconds(90));
        assertThat(moment().pairAge()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void theFirstSignInOfAUserIsYoung() {
        signInLanding(ONE);
        assertThat(moment().pairAge()).isZero();
        assertThat(moment().isOwn()).isTrue();
        assertThat(events).containsExactly(new Changed(KEY, ONE, Origin.SIGNED_IN));
    }

    @Test
    void aRecordIsUnchangedFromTheEndOfTheFirstLoadToTheStartOfTheLast() {
        put(ONE);
        assertThat(moment().leaseStood()).isZero();
        store.next(LOAD, StoreFault.first(() -> host.pass(Duration.ofSeconds(4))));
        grant.load();
        host.pass(Duration.ofSeconds(10));
        assertThat(moment().leaseStood()).isZero();
        store.next(LOAD, StoreFault.first(() -> host.pass(Duration.ofSeconds(4))));
        grant.load();
        assertThat(moment().leaseStood()).isEqualTo(Duration.ofSeconds(10));
        others(record -> record.leased("others"));
        grant.load();
        assertThat(moment().leaseStood()).isZero();
    }

    @Test
    void aFailedLoadRestartsTheWatch() {
        putAndLoad(ONE);
        host.pass(Duration.ofSeconds(10));
        grant.load();
        store.next(LOAD, StoreFault.failing(outage));
        assertThatThrownBy(grant::load).isInstanceOf(TokenStoreException.class);
        assertThat(moment().leaseStood()).isZero();
        host.pass(Duration.ofSeconds(10));
        grant.load();
        assertThat(moment().leaseStood()).isZero();
        host.pass(Duration.ofSeconds(3));
        grant.load();
        assertThat(moment().leaseStood()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aDeletedRowRestartsTheWatch() {
        putAndLoad(ONE);
        host.pass(Duration.ofSeconds(10));
        grant.load();
        rows.delete(KEY);
        grant.load();
        assertThat(moment().leaseStood()).isZero();
    }

    @Test
    void theAgeOfAVerdictCountsFromWhenItWasFirstLoaded() {
        put(1, GrantRecord.first(ONE, host.now()).refused(VERDICT, host.now().plusSeconds(9999), false));
        host.pass(Duration.ofSeconds(50));
        grant.load();
        assertThat(moment().verdictAge()).isZero();
        host.pass(Duration.ofSeconds(10));
        others(record -> record.leased("others"));
        grant.load();
        assertThat(moment().verdictAge()).as("the same verdict").isEqualTo(Duration.ofSeconds(10));
        others(record -> record.refused(VERDICT, host.now(), false));
        grant.load();
        assertThat(moment().verdictAge()).as("another one").isZero();
    }

    @Test
    void theAgeOfAKeptResponseCountsFromWhenItWasFirstLoaded() {
        putAndLoad(ONE);
        host.pass(Duration.ofSeconds(50));
        others(record -> record.keeping(response(1)));
        grant.load();
        assertThat(moment().keptAge()).isZero();
        host.pass(Duration.ofSeconds(10));
        others(record -> record.leased("others"));
        grant.load();
        assertThat(moment().keptAge()).as("the same response").isEqualTo(Duration.ofSeconds(10));
        others(record -> record.keeping(response(2)));
        grant.load();
        assertThat(moment().keptAge()).as("one more").isZero();
        host.pass(Duration.ofSeconds(10));
        others(record -> record.without(response(1)).without(response(2)));
        grant.load();
        assertThat(moment().keptAge()).as("none any more").isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aKeptResponseInTheFirstLoadHasNoAge() {
        host.pass(Duration.ofSeconds(50));
        put(1, GrantRecord.first(ONE, host.now()).keeping(response(1)));
        grant.load();
        assertThat(moment().keptAge()).isZero();
    }

    @Test
    void theFlagsOfAMomentAreTheGivenOnes() {
        putAndLoad(ONE);
        assertThat(grant.moment(true, false).leaseIsOver()).isTrue();
        assertThat(grant.moment(true, false).keptWasTried()).isFalse();
        assertThat(grant.moment(false, true).leaseIsOver()).isFalse();
        assertThat(grant.moment(false, true).keptWasTried()).isTrue();
    }
}
