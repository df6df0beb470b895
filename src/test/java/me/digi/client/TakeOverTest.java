package me.digi.client;

import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.TakeOver.Mode;
import me.digi.client.auth.TakeOver.Older;
import me.digi.client.auth.TakeOver.OtherUser;
import me.digi.client.auth.TakeOver.Same;
import me.digi.client.auth.TakeOver.Taken;
import me.digi.client.auth.TakeOver.Undecided;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent.Changed;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.internal.token.FaultyStore.StoreFault;
import me.digi.client.store.ReauthorizationRequiredException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking over a pair that the application already had: every case of the decision, in order. */
class TakeOverTest {
    @AutoClose
    private final LocalUser local = new LocalUser();

    private final UserAccessToken first = local.first;

    @Test
    void aPairIsTakenIfNothingIsStored() {
        assertThat(local.digiMe.takeOver(local.contract, "a newcomer", first)).isEqualTo(new Taken(null));
        assertThat(local.client().user(local.contract, "a newcomer").loadToken())
                .isEqualTo(first);
        local.digiMe.close();
        assertThat(local.tokenEvents.of(Changed.class))
                .last()
                .returns(first, Changed::token)
                .returns(Origin.APPLICATION, Changed::origin)
                .matches(event -> event.grant().userKey().equals("a newcomer"));
    }

    @Test
    void theStoredPairIsTheSame() {
        assertNotTaken(first, new Same());
        assertNotTaken(pair(first, builder -> builder.userId(null).consentId(null)), new Same());
    }

    @Test
    void theSamePairOfADeadGrantIsTheSame() {
        die();
        assertNotTaken(first, new Same());
    }

    @Test
    void aPairThatHasBeenReplacedIsOlder() {
        for (int refreshes = 1; refreshes <= 3; refreshes++) {
            local.expire();
            assertThat(local.user.listAccounts()).isNotEmpty();
            assertNotTaken(first, new Older());
        }
        assertThat(local.stored()).matches(local::accepts);
    }

    @Test
    void aPairThatHasBeenReplacedIsOlderWhateverItsExpiryAndIdsSay() {
        local.expire();
        assertThat(local.user.listAccounts()).isNotEmpty();
        UserAccessToken boastful = pair(
                first,
                builder -> builder.userId("somebody else")
                        .accessToken(Token.of(
                                first.accessToken().value(),
                                local.sandbox.clock().instant().plus(Duration.ofDays(99)))));
        assertNotTaken(boastful, new Older());
    }

    @Test
    void aPairThatHasBeenReplacedIsOlderThanADeadOne() {
        local.expire();
        assertThat(local.user.listAccounts()).isNotEmpty();
        die();
        assertNotTaken(first, new Older());
    }

    @Test
    void aPairThatSignInReplacedIsOlder() {
        local.signIn(local.digiMe, local.consentAgain(first));
        assertNotTaken(first, new Older());
    }

    @Test
    void t4_anotherUsersPairUnderTheSameKeyIsReturnedAsOtherUser() {
        UserAccessToken bobs = expiringAfter(-1, local.token());
        assertNotTaken(bobs, new OtherUser(first));
        assertThat(local.user.loadToken().userId()).isEqualTo(first.userId());

        assertThat(takeOver(bobs, Mode.REPLACE)).isEqualTo(new Taken(first));
        assertThat(local.stored()).isEqualTo(bobs);
        assertThat(local.user.loadToken()).isEqualTo(bobs);
        assertThat(local.user.listAccounts()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void anotherUsersPairIsNeverComparedByExpiry(long seconds) {
        assertNotTaken(
                expiringAfter(seconds, another(builder -> builder.userId("somebody else"))), new OtherUser(first));
        assertNotTaken(
                expiringAfter(seconds, another(builder -> builder.consentId("another consent"))), new OtherUser(first));
        assertNotTaken(
                expiringAfter(
                        seconds,
                        another(builder -> builder.userId("somebody else").consentId(null))),
                new OtherUser(first));
    }

    @Test
    void anotherUsersPairDoesNotEvenReplaceADeadOne() {
        die();
        assertNotTaken(another(builder -> builder.userId("somebody else")), new OtherUser(first));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, 0, 3600})
    void aDeadPairIsReplacedWhicheverExpiresLater(long seconds) {
        die();
        UserAccessToken pair = expiringAfter(seconds, another(builder -> builder));
        assertTaken(pair, first);
    }

    @Test
    void aDeadPairIsReplacedByOneWithoutAUser() {
        die();
        assertTaken(another(builder -> builder.userId(null).consentId(null)), first);
    }

    @Test
    void aPairThatExpiresLaterIsTaken() {
        assertTaken(expiringAfter(1, another(builder -> builder)), first);
    }

    @Test
    void aPairThatExpiresSoonerIsOlder() {
        assertNotTaken(expiringAfter(-1, another(builder -> builder)), new Older());
    }

    @Test
    void pairsThatExpireInTheSameSecondAreUndecided() {
        assertNotTaken(another(builder -> builder), new Undecided(first));
    }

    @Test
    void aPairThatDoesNotSayWhoseItIsIsJudgedByItsExpiry() {
        UserAccessToken nameless = another(builder -> builder.userId(null).consentId(null));
        assertNotTaken(expiringAfter(-1, nameless), new Older());
        assertNotTaken(nameless, new Undecided(first));
        assertTaken(expiringAfter(1, nameless), first);
    }

    @Test
    void aPairWhoseExpiryIsUnknownIsUndecided() {
        UserAccessToken unknown = UserAccessToken.fromJson(
                another(builder -> builder).toJson().replaceFirst("\"expiry\":\\d+", "\"expiry\":0"));
        assertNotTaken(unknown, new Undecided(first));
        assertThat(takeOver(unknown, Mode.REPLACE)).isEqualTo(new Taken(first));
        assertNotTaken(first, new Older());
    }

    @Test
    void replaceTakesAnUndecidedPairAndReturnsTheOther() {
        UserAccessToken pair = another(builder -> builder);
        assertThat(takeOver(pair, Mode.REPLACE)).isEqualTo(new Taken(first));
        assertThat(local.stored()).isEqualTo(pair);
        assertThat(local.user.loadToken()).isEqualTo(pair);
        assertNotTaken(first, new Older());
    }

    @Test
    void replaceTakesAnOlderPairAndReturnsTheOther() {
        local.expire();
        assertThat(local.user.listAccounts()).isNotEmpty();
        UserAccessToken newest = local.user.loadToken();
        assertThat(takeOver(first, Mode.REPLACE)).isEqualTo(new Taken(newest));
        assertThat(local.stored()).isEqualTo(first);
        assertThat(local.user.loadToken()).isEqualTo(first);
    }

    @Test
    void replaceTakesAPairIfNothingIsStored() {
        assertThat(local.digiMe.takeOver(local.contract, "a newcomer", first, Mode.REPLACE))
                .isEqualTo(new Taken(null));
    }

    @Test
    void aRecordThatChangesBetweenLoadAndWriteIsDecidedAgain() {
        UserAccessToken pair = expiringAfter(1, another(builder -> builder));
        UserAccessToken later = expiringAfter(
                2,
                pair(
                        pair,
                        builder -> builder.accessToken(Token.of(
                                "the other client's", pair.accessToken().expiresAt()))));
        DigiMe other = local.client();
        List<TakeOver> meanwhile = new ArrayList<>();
        local.store.next(
                WRITE, StoreFault.first(() -> meanwhile.add(other.takeOver(local.contract, LocalUser.USER, later))));
        assertThat(takeOver(pair, Mode.IF_NEWER)).isEqualTo(new Older());
        assertThat(meanwhile).containsExactly(new Taken(first));
        assertThat(local.stored()).isEqualTo(later);
        assertThat(local.user.loadToken()).isEqualTo(later);
    }

    @Test
    void aPairThatIsTakenIsRefreshedWhenItExpires() {
        DigiMe client = local.client();
        UserAccessToken pair = local.token();
        assertThat(client.takeOver(local.contract, "moved", pair)).isEqualTo(new Taken(null));
        DigiMeUser user = client.user(local.contract, "moved");
        local.expire();
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(local.refreshes()).isOne();
        assertThat(user.loadToken().accessToken().value())
                .isEqualTo(local.live(pair).accessToken());
        assertThat(client.takeOver(local.contract, "moved", pair)).isEqualTo(new Older());
    }

    @Test
    void t16_eachTakeOverWithoutAUserIdCostsOneLoadAndOneWrite() {
        int users = 8_000;
        int loads = local.store.count(LOAD);
        int writes = local.store.count(WRITE);
        Instant expiry = first.accessToken().expiresAt();
        for (int i = 0; i < users; i++) {
            UserAccessToken pair = UserAccessToken.builder()
                    .accessToken(Token.of("access-token-" + i, expiry))
                    .refreshToken(Token.of("refresh-token-" + i, expiry))
                    .build();
            assertThat(local.digiMe.takeOver(local.contract, "nameless-" + i, pair))
                    .isInstanceOf(Taken.class);
        }
        assertThat(local.store.count(LOAD) - loads).isEqualTo(users);
        assertThat(local.store.count(WRITE) - writes).isEqualTo(users);
    }

    @Test
    void rejectsNullAndWhatCannotBeAKey() {
        assertThatThrownBy(() -> local.digiMe.takeOver(null, LocalUser.USER, first))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("contract");
        assertThatThrownBy(() -> local.digiMe.takeOver(local.contract, null, first))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("userKey");
        assertThatThrownBy(() -> local.digiMe.takeOver(local.contract, LocalUser.USER, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("pair");
        assertThatThrownBy(() -> local.digiMe.takeOver(local.contract, LocalUser.USER, first, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("mode");
        assertThatThrownBy(() -> local.digiMe.takeOver(local.contract, " ", first))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("userKey");
    }

    private TakeOver takeOver(UserAccessToken pair, Mode mode) {
        return local.digiMe.takeOver(local.contract, LocalUser.USER, pair, mode);
    }

    /** Checks the decision, and that nothing is written, for this client and a new one. */
    private void assertNotTaken(UserAccessToken pair, TakeOver expected) {
        UserAccessToken before = local.stored();
        int writes = local.store.count(WRITE);
        assertThat(local.digiMe.takeOver(local.contract, LocalUser.USER, pair)).isEqualTo(expected);
        assertThat(local.client().takeOver(local.contract, LocalUser.USER, pair))
                .isEqualTo(expected);
        assertThat(local.store.count(WRITE)).isEqualTo(writes);
        assertThat(local.stored()).isEqualTo(before);
        assertThat(local.user.loadToken()).isEqualTo(before);
    }

    private void assertTaken(UserAccessToken pair, UserAccessToken replaced) {
        assertThat(takeOver(pair, Mode.IF_NEWER)).isEqualTo(new Taken(replaced));
        assertThat(local.stored()).isEqualTo(pair);
        assertThat(local.user.loadToken()).isEqualTo(pair);
        assertNotTaken(pair, new Same());
        assertNotTaken(replaced, new Older());
    }

    /** The server refuses the stored pair for good. */
    private void die() {
        local.sandbox.revoke(first.userId());
        assertThat(catchThrowable(local.user::listAccounts)).isInstanceOf(ReauthorizationRequiredException.class);
    }

    /** Another pair of the same user, which expires with the first one. */
    private UserAccessToken another(UnaryOperator<UserAccessToken.Builder> change) {
        return pair(
                first,
                builder -> change.apply(builder.accessToken(Token.of(
                                "another-access-token", first.accessToken().expiresAt()))
                        .refreshToken(Token.of(
                                "another-refresh-token", first.refreshToken().expiresAt()))));
    }

    private static UserAccessToken pair(UserAccessToken from, UnaryOperator<UserAccessToken.Builder> change) {
        return change.apply(UserAccessToken.builder().from(from)).build();
    }

    /** The same pair, whose access token expires so many seconds after the first one's. */
    private UserAccessToken expiringAfter(long seconds, UserAccessToken pair) {
        return pair(
                pair,
                builder -> builder.accessToken(Token.of(
                        pair.accessToken().value(),
                        first.accessToken().expiresAt().plusSeconds(seconds))));
    }
}
