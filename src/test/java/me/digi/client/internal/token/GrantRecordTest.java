package me.digi.client.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.TakeOver.Older;
import me.digi.client.auth.TakeOver.OtherUser;
import me.digi.client.auth.TakeOver.Same;
import me.digi.client.auth.TakeOver.Taken;
import me.digi.client.auth.TakeOver.Undecided;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenStatus.State;
import me.digi.client.internal.oauth.Fingerprints;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.internal.token.GrantRecord.Lease;
import me.digi.client.internal.token.GrantRecord.Refusal;
import org.junit.jupiter.api.Test;

/** What each change makes of each member of a record, and what a record says of itself and of another pair. */
class GrantRecordTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final UserAccessToken ONE = ScriptedServer.pair(1);
    private static final UserAccessToken TWO = ScriptedServer.pair(2);
    private static final UserAccessToken THREE = ScriptedServer.pair(3);
    private static final String PRINT_OF_ONE = print(ONE);
    private static final String PRINT_OF_TWO = print(TWO);
    private static final String PRINT_OF_THREE = print(THREE);
    private static final Reauthorize VERDICT = new Reauthorize(Reason.REFUSED, null, "gone", "reference");
    private static final Reauthorize OTHER_VERDICT = new Reauthorize(Reason.RESPONSE_LOST, null, null, null);
    private static final Lease LEASE = new Lease("mine", 7);
    private static final Refusal REFUSAL = new Refusal(VERDICT, NOW);

    private static final GrantRecord PLAIN = GrantRecord.first(ONE, NOW);
    private static final GrantRecord FULL = new GrantRecord(
            ONE, NOW, LEASE, true, List.of(refresh(1), signIn(1)), REFUSAL, Fingerprints.of(List.of(PRINT_OF_THREE)));

    @Test
    void aFirstRecordHasNothingButAPair() {
        assertThat(PLAIN).isEqualTo(new GrantRecord(ONE, NOW, null, false, List.of(), null, Fingerprints.NONE));
        assertThat(GrantRecord.orFirst(null, NOW)).isEqualTo(GrantRecord.first(null, NOW));
        assertThat(GrantRecord.orFirst(FULL, LATER)).isSameAs(FULL);
    }

    @Test
    void aLeaseBeginsAtBeatZeroAndLeavesTheRest() {
        assertThat(PLAIN.leased("next")).isEqualTo(with(PLAIN, new Lease("next", 0)));
        assertThat(FULL.leased("next")).isEqualTo(with(FULL, new Lease("next", 0)));
        assertThat(PLAIN.leased("next").isLeasedTo("next")).isTrue();
        assertThat(PLAIN.leased("next").isLeasedTo("mine")).isFalse();
        assertThat(PLAIN.isLeasedTo("next")).isFalse();
    }

    @Test
    void aLeaseThatIsTakenOverIsInDoubt() {
        assertThat(PLAIN.leased("first").inDoubt()).isFalse();
        assertThat(PLAIN.leased("first").leased("second").inDoubt()).isTrue();
        assertThat(PLAIN.released(true).leased("second").inDoubt()).isTrue();
    }

    @Test
    void aRenewedLeaseHasTheNextBeat() {
        assertThat(FULL.withHeartbeat()).isEqualTo(with(FULL, new Lease("mine", 8)));
        assertThat(PLAIN.withHeartbeat()).isEqualTo(PLAIN);
    }

    @Test
    void aLeaseIsReleasedWithOrWithoutADoubt() {
        assertThat(FULL.released(true)).isEqualTo(with(FULL, (Lease) null));
        assertThat(FULL.released(false))
                .isEqualTo(new GrantRecord(ONE, NOW, null, false, FULL.kept(), REFUSAL, FULL.replaced()));
    }

    @Test
    void aResponseIsKeptAfterTheOthers() {
        assertThat(FULL.keeping(refresh(2)))
                .isEqualTo(new GrantRecord(
                        ONE, NOW, LEASE, true, List.of(refresh(1), signIn(1), refresh(2)), REFUSAL, FULL.replaced()));
        assertThat(FULL.keeping(signIn(1))).isSameAs(FULL);
    }

    @Test
    void anUnreadRefreshIsInDoubtAndAnUnreadSignInIsNot() {
        assertThat(PLAIN.keeping(refresh(1)).inDoubt()).isTrue();
        assertThat(PLAIN.keeping(signIn(1)).inDoubt()).isFalse();
        assertThat(FULL.keeping(signIn(2)).inDoubt()).isTrue();
    }

    @Test
    void theNewestEightResponsesAreKept() {
        GrantRecord record = PLAIN;
        for (int number = 1; number <= 8; number++) {
            record = record.keeping(refresh(number));
        }
        assertThat(record.kept()).hasSize(8).startsWith(refresh(1));
        assertThat(record.keeping(refresh(9)).kept())
                .hasSize(8)
                .startsWith(refresh(2))
                .endsWith(refresh(9));
    }

    @Test
    void aDroppedResponseLeavesItsDoubt() {
        assertThat(FULL.without(refresh(1)))
                .isEqualTo(new GrantRecord(ONE, NOW, LEASE, true, List.of(signIn(1)), REFUSAL, FULL.replaced()));
        GrantRecord unread = PLAIN.keeping(signIn(1));
        assertThat(unread.without(signIn(1))).isEqualTo(PLAIN);
        assertThat(unread.without(refresh(1)).inDoubt()).isTrue();
        assertThat(unread.without(refresh(1)).kept()).containsExactly(signIn(1));
        assertThat(FULL.without(signIn(1)).inDoubt()).isTrue();
    }

    @Test
    void theUnreadSignInsAreKnown() {
        assertThat(FULL.keptSignIns()).containsExactly(signIn(1));
        assertThat(PLAIN.keeping(refresh(1)).keeping(refresh(2)).keptSignIns()).isEmpty();
        assertThat(FULL.hasKept(refresh(1))).isTrue();
        assertThat(FULL.hasKept(refresh(2))).isFalse();
    }

    @Test
    void aNewPairReplacesAllButTheResponsesThatAreStillUnread() {
        assertThat(FULL.renewed(TWO, LATER, List.of(signIn(2))))
                .isEqualTo(new GrantRecord(
                        TWO,
                        LATER,
                        null,
                        false,
                        List.of(signIn(2)),
                        null,
                        Fingerprints.of(List.of(PRINT_OF_THREE, PRINT_OF_ONE))));
    }

    @Test
    void theSamePairAgainAndAFirstPairReplaceNone() {
        assertThat(FULL.renewed(ONE, LATER, List.of()))
                .isEqualTo(new GrantRecord(ONE, LATER, null, false, List.of(), null, FULL.replaced()));
        assertThat(GrantRecord.first(null, NOW).renewed(ONE, LATER, List.of(refresh(1))))
                .isEqualTo(new GrantRecord(ONE, LATER, null, false, List.of(refresh(1)), null, Fingerprints.NONE));
    }

    @Test
    void aPairThatIsStoredAgainIsNoLongerAReplacedOne() {
        GrantRecord back = PLAIN.renewed(TWO, NOW, List.of()).renewed(ONE, NOW, List.of());
        assertThat(back.replaced().list()).containsExactly(PRINT_OF_TWO);
        assertThat(back.hasReplaced(ONE)).isFalse();
        assertThat(back.hasReplaced(TWO)).isTrue();
    }

    @Test
    void thirtyTwoReplacedPairsAreRemembered() {
        GrantRecord record = PLAIN;
        for (int number = 2; number <= 33; number++) {
            record = record.renewed(ScriptedServer.pair(number), NOW, List.of());
        }
        assertThat(record.replaced().list()).hasSize(32).startsWith(PRINT_OF_ONE, PRINT_OF_TWO);
        record = record.renewed(ScriptedServer.pair(34), NOW, List.of());
        assertThat(record.replaced().list())
                .hasSize(32)
                .startsWith(PRINT_OF_TWO)
                .endsWith(print(ScriptedServer.pair(33)));
        assertThat(record.hasReplaced(ONE)).isFalse();
        assertThat(PLAIN.replaced().list()).isEmpty();
    }

    @Test
    void aPairIsRecognisedByBothItsTokens() {
        UserAccessToken newAccess = UserAccessToken.builder()
                .from(ONE)
                .accessToken(TWO.accessToken())
                .build();
        UserAccessToken newRefresh = UserAccessToken.builder()
                .from(ONE)
                .refreshToken(TWO.refreshToken())
                .build();
        assertThat(List.of(PRINT_OF_ONE, print(newAccess), print(newRefresh)))
                .doesNotHaveDuplicates()
                .allSatisfy(print -> assertThat(print).hasSize(22));
        assertThat(PLAIN.holds(newAccess)).isFalse();
        assertThat(PLAIN.holds(newRefresh)).isFalse();
        assertThat(PLAIN.holds(of(ONE, "bob", "other"))).isTrue();
        assertThat(GrantRecord.first(null, NOW).holds(ONE)).isFalse();
    }

    @Test
    void thePresentPairIsNotAReplacedOne() {
        assertThat(new GrantRecord(ONE, NOW, null, false, List.of(), null, Fingerprints.of(List.of(PRINT_OF_ONE)))
                        .hasReplaced(ONE))
                .isFalse();
        assertThat(FULL.hasReplaced(THREE)).isTrue();
        assertThat(FULL.hasReplaced(TWO)).isFalse();
    }

    @Test
    void thePairOfARefreshLeavesLaterResponsesAndSignInsUnread() {
        GrantRecord record = new GrantRecord(
                ONE,
                NOW,
                LEASE,
                true,
                List.of(refresh(1), signIn(1), refresh(2), refresh(3), signIn(2)),
                null,
                Fingerprints.NONE);
        GrantRecord next = record.renewedFrom(refresh(2), TWO, LATER);
        assertThat(next.kept()).containsExactly(signIn(1), refresh(3), signIn(2));
        assertThat(next).isEqualTo(record.renewed(TWO, LATER, next.kept()));
    }

    @Test
    void thePairOfASignInLeavesLaterSignInsUnread() {
        GrantRecord record = new GrantRecord(
                ONE,
                NOW,
                null,
                true,
                List.of(signIn(1), refresh(1), signIn(2), refresh(2), signIn(3)),
                null,
                Fingerprints.NONE);
        GrantRecord next = record.renewedFrom(signIn(2), TWO, LATER);
        assertThat(next.kept()).containsExactly(signIn(3));
        assertThat(next).isEqualTo(record.renewed(TWO, LATER, List.of(signIn(3))));
    }

    @Test
    void aVerdictReleasesTheLease() {
        assertThat(FULL.refused(OTHER_VERDICT, LATER, false))
                .isEqualTo(new GrantRecord(
                        ONE, NOW, null, false, FULL.kept(), new Refusal(OTHER_VERDICT, LATER), FULL.replaced()));
        assertThat(PLAIN.refused(VERDICT, LATER, true).inDoubt()).isTrue();
    }

    // What is known, over a record from a backup.

    @Test
    void aPairThatTheStoredOneLedToIsNewer() {
        GrantRecord known = PLAIN.renewed(TWO, LATER, List.of(signIn(1)));
        GrantRecord stored = PLAIN.leased("other");
        assertThat(known.restoredOver(stored)).isEqualTo(stored.renewed(TWO, LATER, List.of(signIn(1))));
        GrantRecord grandchild = PLAIN.renewed(TWO, LATER, List.of()).renewed(THREE, LATER, List.of());
        assertThat(grandchild.restoredOver(stored).pair()).isEqualTo(THREE);
        GrantRecord withAPast =
                new GrantRecord(ONE, NOW, null, false, List.of(), null, Fingerprints.of(List.of(PRINT_OF_THREE)));
        assertThat(known.restoredOver(withAPast).pair()).isEqualTo(TWO);
    }

    @Test
    void aPairThatTheStoredOneReplacedIsOlder() {
        GrantRecord known = PLAIN.renewed(TWO, LATER, List.of());
        GrantRecord stored = known.renewed(THREE, LATER, List.of());
        assertThat(known.restoredOver(stored)).isSameAs(stored);
        assertThat(PLAIN.restoredOver(stored)).isSameAs(stored);
    }

    @Test
    void theSamePairIsNotNewer() {
        GrantRecord stored = PLAIN.leased("other");
        assertThat(PLAIN.keeping(refresh(1)).restoredOver(stored)).isSameAs(stored);
        assertThat(GrantRecord.first(null, NOW).keeping(signIn(1)).restoredOver(stored))
                .isSameAs(stored);
        GrantRecord unread = GrantRecord.first(null, NOW).keeping(signIn(1));
        assertThat(PLAIN.restoredOver(unread)).isSameAs(unread);
    }

    @Test
    void aSignInThatIsStoredUnreadIsNewer() {
        GrantRecord stored = PLAIN.keeping(signIn(2)).keeping(refresh(2));
        GrantRecord known = PLAIN.renewed(TWO, LATER, List.of(refresh(1)));
        assertThat(known.restoredOver(stored).kept()).containsExactly(signIn(2), refresh(1));
    }

    @Test
    void aPairIsOlderIfTheStoredOneCameBackAfterIt() {
        // Known: one, three, two. Stored: three, one.
        GrantRecord known = PLAIN.renewed(THREE, NOW, List.of()).renewed(TWO, NOW, List.of());
        GrantRecord stored = GrantRecord.first(THREE, NOW).renewed(ONE, NOW, List.of());
        assertThat(known.restoredOver(stored)).isSameAs(stored);
    }

    @Test
    void aPairThatHasNothingToDoWithTheStoredOneIsNotNewer() {
        assertThat(GrantRecord.first(TWO, LATER).restoredOver(PLAIN)).isSameAs(PLAIN);
    }

    // Whose pair: each case is also one for all that come after it.

    @Test
    void anyPairIsTakenIfNoneIsStored() {
        GrantRecord unread = GrantRecord.first(null, NOW).keeping(signIn(1));
        assertThat(unread.compared(TWO)).isEqualTo(new Taken(null));
    }

    @Test
    void theSamePairIsTheSameWhateverItsIds() {
        assertThat(FULL.compared(of(ONE, "bob", "other"))).isEqualTo(new Same());
    }

    @Test
    void aReplacedPairIsOlderWhateverItsUser() {
        GrantRecord dead = PLAIN.renewed(TWO, NOW, List.of(refresh(1))).refused(VERDICT, NOW, false);
        assertThat(dead.compared(of(ONE, "bob", null))).isEqualTo(new Older());
    }

    @Test
    void anotherUserOrConsentIsReportedEvenIfTheStoredPairIsDead() {
        UserAccessToken stored = of(ONE, "alice", "consent");
        GrantRecord dead = GrantRecord.first(stored, NOW).keeping(refresh(1)).refused(VERDICT, NOW, false);
        TakeOver other = new OtherUser(stored);
        assertThat(dead.compared(of(TWO, "bob", null))).isEqualTo(other);
        assertThat(dead.compared(of(TWO, "alice", "another"))).isEqualTo(other);
        assertThat(dead.compared(of(TWO, "bob", "consent"))).isEqualTo(other);
        assertThat(dead.compared(of(TWO, null, "another"))).isEqualTo(other);
        assertThat(dead.compared(of(TWO, null, null))).isEqualTo(new Undecided(stored));
        assertThat(dead.compared(of(TWO, "alice", "consent"))).isEqualTo(new Undecided(stored));
        assertThat(GrantRecord.first(of(ONE, null, null), NOW).compared(of(TWO, "bob", "any")))
                .isInstanceOf(Undecided.class);
    }

    @Test
    void anUnreadResponseLeavesItUndecidedAndAVerdictDoesNot() {
        assertThat(FULL.compared(TWO)).isEqualTo(new Undecided(ONE));
        assertThat(PLAIN.refused(VERDICT, NOW, false).compared(expiring(TWO, NOW)))
                .isEqualTo(new Taken(ONE));
    }

    @Test
    void theLaterExpiryWinsIfBothAreKnown() {
        UserAccessToken stored = expiring(ONE, NOW);
        GrantRecord record = GrantRecord.first(stored, NOW);
        assertThat(record.compared(expiring(TWO, LATER))).isEqualTo(new Taken(stored));
        assertThat(record.compared(expiring(TWO, NOW.minusSeconds(1)))).isEqualTo(new Older());
        assertThat(record.compared(expiring(TWO, NOW))).isEqualTo(new Undecided(stored));
        assertThat(record.compared(expiring(TWO, null))).isEqualTo(new Undecided(stored));
        UserAccessToken unknown = expiring(ONE, null);
        assertThat(GrantRecord.first(unknown, NOW).compared(TWO)).isEqualTo(new Undecided(unknown));
    }

    // How it is.

    @Test
    void theFirstStateThatAppliesIsReported() {
        assertThat(FULL.state(NOW, true)).isEqualTo(State.REAUTHORIZE);
        GrantRecord unread = PLAIN.keeping(refresh(1));
        assertThat(unread.state(NOW, true)).isEqualTo(State.UNSAVED);
        assertThat(unread.leased("other").state(NOW, false)).isEqualTo(State.IN_DOUBT);
        assertThat(GrantRecord.first(null, NOW).state(NOW, false)).isEqualTo(State.IN_DOUBT);
        assertThat(PLAIN.released(true).state(NOW, false)).isEqualTo(State.IN_DOUBT);
    }

    @Test
    void aDoubtThatIsBeingResolvedIsNotReported() {
        assertThat(PLAIN.released(true).leased("other").state(NOW, false)).isEqualTo(State.FRESH);
        assertThat(PLAIN.leased("other").state(NOW, false)).isEqualTo(State.FRESH);
    }

    @Test
    void withoutADoubtTheExpirySaysHowItIs() {
        GrantRecord hour = GrantRecord.first(expiring(ONE, NOW.plusSeconds(3600)), NOW);
        assertThat(hour.state(NOW, false)).isEqualTo(State.FRESH);
        assertThat(hour.state(NOW.plusSeconds(3300), false)).isEqualTo(State.STALE);
        assertThat(hour.state(NOW.plusSeconds(3570), false)).isEqualTo(State.EXPIRED);
    }

    @Test
    void aRecordPrintsNothing() {
        assertThat(FULL).hasToString("GrantRecord[***]");
    }

    @Test
    void aRecordDoesNotChangeWithTheListThatItWasMadeOf() {
        List<TokenResponse> list = new ArrayList<>(List.of(refresh(1)));
        GrantRecord record = new GrantRecord(ONE, NOW, null, false, list, null, Fingerprints.NONE);
        list.clear();
        assertThat(record.kept()).containsExactly(refresh(1));
    }

    private static GrantRecord with(GrantRecord record, Lease lease) {
        return new GrantRecord(
                record.pair(),
                record.obtainedAt(),
                lease,
                record.inDoubt(),
                record.kept(),
                record.refusal(),
                record.replaced());
    }

    private static String print(UserAccessToken pair) {
        return Fingerprints.NONE.replaced(pair, ScriptedServer.pair(99)).list().get(0);
    }

    private static UserAccessToken of(UserAccessToken pair, String userId, String consentId) {
        return UserAccessToken.builder()
                .from(pair)
                .userId(userId)
                .consentId(consentId)
                .build();
    }

    private static UserAccessToken expiring(UserAccessToken pair, Instant expiresAt) {
        return UserAccessToken.builder()
                .from(pair)
                .accessToken(Token.of(pair.accessToken().value(), expiresAt))
                .build();
    }

    private static TokenResponse refresh(int number) {
        return new TokenResponse(TokenRequest.REFRESH, "request", "refresh " + number, NOW);
    }

    private static TokenResponse signIn(int number) {
        return new TokenResponse(TokenRequest.EXCHANGE, "request", "sign-in " + number, NOW);
    }
}
