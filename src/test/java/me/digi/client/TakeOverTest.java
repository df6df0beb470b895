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
import me.digi.client.auth.ReauthorizationRequiredException;
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
import me.digi.client.internal.token.TroubledStore.Trouble;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pair that the application already had: each line of the decision, from the first to the last. */
class TakeOverTest {
    @AutoClose
    private final GrantScene scene = new GrantScene();

    private final UserAccessToken first = scene.first;

    @Test
    void aPairIsTakenWhereNothingIsStored() {
        assertThat(scene.digiMe.takeOver(scene.contract, "a newcomer", first)).isEqualTo(new Taken(null));
        assertThat(scene.another().user(scene.contract, "a newcomer").loadToken())
                .isEqualTo(first);
        scene.digiMe.close();
        assertThat(scene.heard.of(Changed.class))
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
            scene.expire();
            assertThat(scene.user.listAccounts()).isNotEmpty();
            assertNotTaken(first, new Older());
        }
        assertThat(scene.stored()).matches(scene::honours);
    }

    @Test
    void aPairThatHasBeenReplacedIsOlderWhateverItsExpiryAndIdsSay() {
        scene.expire();
        assertThat(scene.user.listAccounts()).isNotEmpty();
        UserAccessToken boastful = pair(
                first,
                builder -> builder.userId("somebody else")
                        .accessToken(Token.of(
                                first.accessToken().value(),
                                scene.sandbox.clock().instant().plus(Duration.ofDays(99)))));
        assertNotTaken(boastful, new Older());
    }

    @Test
    void aPairThatHasBeenReplacedIsOlderThanADeadOne() {
        scene.expire();
        assertThat(scene.user.listAccounts()).isNotEmpty();
        die();
        assertNotTaken(first, new Older());
    }

    @Test
    void aPairThatSignInReplacedIsOlder() {
        scene.signIn(scene.digiMe, scene.consentAgain(first));
        assertNotTaken(first, new Older());
    }

    @Test
    void t4_anotherUsersPairUnderTheSameKeyIsNeitherTakenNorDroppedInSilence() {
        UserAccessToken bobs = expiringAfter(-1, scene.consent());
        assertNotTaken(bobs, new OtherUser(first));
        assertThat(scene.user.loadToken().userId()).isEqualTo(first.userId());

        assertThat(takeOver(bobs, Mode.REPLACE)).isEqualTo(new Taken(first));
        assertThat(scene.stored()).isEqualTo(bobs);
        assertThat(scene.user.loadToken()).isEqualTo(bobs);
        assertThat(scene.user.listAccounts()).isNotEmpty();
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
    void aDeadPairGivesWayWhicheverExpiresLater(long seconds) {
        die();
        UserAccessToken pair = expiringAfter(seconds, another(builder -> builder));
        assertTaken(pair, first);
    }

    @Test
    void aDeadPairGivesWayToOneThatDoesNotSayWhoseItIs() {
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
    void replaceTakesWhatIsUndecidedAndGivesTheOtherPairBack() {
        UserAccessToken pair = another(builder -> builder);
        assertThat(takeOver(pair, Mode.REPLACE)).isEqualTo(new Taken(first));
        assertThat(scene.stored()).isEqualTo(pair);
        assertThat(scene.user.loadToken()).isEqualTo(pair);
        assertNotTaken(first, new Older());
    }

    @Test
    void replaceTakesWhatIsOlderAndGivesTheOtherPairBack() {
        scene.expire();
        assertThat(scene.user.listAccounts()).isNotEmpty();
        UserAccessToken newest = scene.user.loadToken();
        assertThat(takeOver(first, Mode.REPLACE)).isEqualTo(new Taken(newest));
        assertThat(scene.stored()).isEqualTo(first);
        assertThat(scene.user.loadToken()).isEqualTo(first);
    }

    @Test
    void replaceTakesWhereNothingIsStored() {
        assertThat(scene.digiMe.takeOver(scene.contract, "a newcomer", first, Mode.REPLACE))
                .isEqualTo(new Taken(null));
    }

    @Test
    void aRecordThatChangesBetweenLoadAndWriteIsDecidedUponAnew() {
        UserAccessToken pair = expiringAfter(1, another(builder -> builder));
        UserAccessToken later = expiringAfter(
                2,
                pair(
                        pair,
                        builder -> builder.accessToken(Token.of(
                                "the other client's", pair.accessToken().expiresAt()))));
        DigiMe other = scene.another();
        List<TakeOver> meanwhile = new ArrayList<>();
        scene.store.next(
                WRITE, Trouble.first(() -> meanwhile.add(other.takeOver(scene.contract, GrantScene.USER, later))));
        assertThat(takeOver(pair, Mode.IF_NEWER)).isEqualTo(new Older());
        assertThat(meanwhile).containsExactly(new Taken(first));
        assertThat(scene.stored()).isEqualTo(later);
        assertThat(scene.user.loadToken()).isEqualTo(later);
    }

    @Test
    void aPairThatIsTakenIsRefreshedWhenItExpires() {
        DigiMe client = scene.another();
        UserAccessToken pair = scene.consent();
        assertThat(client.takeOver(scene.contract, "moved", pair)).isEqualTo(new Taken(null));
        DigiMeUser user = client.user(scene.contract, "moved");
        scene.expire();
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(scene.refreshes()).isOne();
        assertThat(user.loadToken().accessToken().value())
                .isEqualTo(scene.live(pair).accessToken());
        assertThat(client.takeOver(scene.contract, "moved", pair)).isEqualTo(new Older());
    }

    @Test
    void t16_aTakeOverWithoutAUserIdCostsOneLoadAndOneWriteHoweverManyThereAre() {
        int users = 8_000;
        int loads = scene.store.count(LOAD);
        int writes = scene.store.count(WRITE);
        Instant expiry = first.accessToken().expiresAt();
        for (int i = 0; i < users; i++) {
            UserAccessToken pair = UserAccessToken.builder()
                    .accessToken(Token.of("access-token-" + i, expiry))
                    .refreshToken(Token.of("refresh-token-" + i, expiry))
                    .build();
            assertThat(scene.digiMe.takeOver(scene.contract, "nameless-" + i, pair))
                    .isInstanceOf(Taken.class);
        }
        assertThat(scene.store.count(LOAD) - loads).isEqualTo(users);
        assertThat(scene.store.count(WRITE) - writes).isEqualTo(users);
    }

    @Test
    void rejectsNullAndWhatCannotBeAKey() {
        assertThatThrownBy(() -> scene.digiMe.takeOver(null, GrantScene.USER, first))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("contract");
        assertThatThrownBy(() -> scene.digiMe.takeOver(scene.contract, null, first))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("userKey");
        assertThatThrownBy(() -> scene.digiMe.takeOver(scene.contract, GrantScene.USER, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("pair");
        assertThatThrownBy(() -> scene.digiMe.takeOver(scene.contract, GrantScene.USER, first, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("mode");
        assertThatThrownBy(() -> scene.digiMe.takeOver(scene.contract, " ", first))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("userKey");
    }

    private TakeOver takeOver(UserAccessToken pair, Mode mode) {
        return scene.digiMe.takeOver(scene.contract, GrantScene.USER, pair, mode);
    }

    /** The decision is this one, and writes nothing, for this client and for one that starts now. */
    private void assertNotTaken(UserAccessToken pair, TakeOver expected) {
        UserAccessToken before = scene.stored();
        int writes = scene.store.count(WRITE);
        assertThat(scene.digiMe.takeOver(scene.contract, GrantScene.USER, pair)).isEqualTo(expected);
        assertThat(scene.another().takeOver(scene.contract, GrantScene.USER, pair))
                .isEqualTo(expected);
        assertThat(scene.store.count(WRITE)).isEqualTo(writes);
        assertThat(scene.stored()).isEqualTo(before);
        assertThat(scene.user.loadToken()).isEqualTo(before);
    }

    private void assertTaken(UserAccessToken pair, UserAccessToken replaced) {
        assertThat(takeOver(pair, Mode.IF_NEWER)).isEqualTo(new Taken(replaced));
        assertThat(scene.stored()).isEqualTo(pair);
        assertThat(scene.user.loadToken()).isEqualTo(pair);
        assertNotTaken(pair, new Same());
        assertNotTaken(replaced, new Older());
    }

    /** The server refuses the stored pair for good. */
    private void die() {
        scene.sandbox.revoke(first.userId());
        assertThat(catchThrowable(scene.user::listAccounts)).isInstanceOf(ReauthorizationRequiredException.class);
    }

    /** A pair of the same user that nobody has seen, and that expires with the first one. */
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
