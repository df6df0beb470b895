package me.digi.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.VerificationException;
import me.digi.client.error.VerificationException.Check;
import me.digi.client.fuzz.FuzzKeys;
import me.digi.client.internal.io.Json;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Where the keys that verify the server's tokens come from, and how often they are fetched. */
class ServerKeysTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private UserAccessToken refreshed(UserAccessToken token) {
        return ((Refreshed) local.digiMe.refreshToken(local.contract, token)).token();
    }

    private void refuseForgedKeyId() {
        UserAccessToken token = local.token();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Forgery.UNKNOWN_KID);
        VerificationException failure =
                thrownBy(VerificationException.class, () -> local.digiMe.refreshToken(local.contract, token));
        assertThat(failure.check()).isEqualTo(Check.KEY_ID);
    }

    private int lookUps() {
        return local.sandbox.requests().count(Operation.FETCH_SIGNING_KEYS);
    }

    @Test
    void theyAreFetchedOnceForManyExchanges() {
        for (int i = 0; i < 5; i++) {
            refreshed(local.token());
        }
        assertThat(lookUps()).isOne();
    }

    @Test
    void manyThreadsThatStartTogetherFetchThemOnce() {
        List<CompletableFuture<?>> links = new ArrayList<>();
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, Delivery.STALL);
        for (int i = 0; i < 8; i++) {
            links.add(CompletableFuture.supplyAsync(local::link, work -> new Thread(work).start()));
        }
        awaitLookUp();
        local.sandbox.release();
        links.forEach(CompletableFuture::join);
        assertThat(lookUps()).isOne();
        assertThat(local.requests(Operation.AUTHORIZE)).hasSize(8);
    }

    private void awaitLookUp() {
        try {
            local.sandbox.requests().await(Operation.FETCH_SIGNING_KEYS, 1);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bothFormsOfPemAreRead() {
        assertThat(pem()).startsWith("-----BEGIN RSA PUBLIC KEY-----");
        UserAccessToken token = local.token();
        local.sandbox.rotateKeys();
        assertThat(pem()).startsWith("-----BEGIN PUBLIC KEY-----");
        assertThat(refreshed(token)).isNotNull();
    }

    /** The key in the server's JWKS, as it is written there. */
    private String pem() {
        try (Relay relay = new Relay(local, response -> response)) {
            return relay.get("jwks/oauth").replaceFirst("(?s).*\"pem\":\"", "");
        }
    }

    @Test
    void aRotationIsFollowedAtTheCostOfOneLookUp() {
        UserAccessToken token = local.token();
        for (int rotation = 1; rotation <= 3; rotation++) {
            local.sandbox.rotateKeys();
            token = refreshed(refreshed(token));
            assertThat(lookUps()).isEqualTo(1 + rotation);
        }
    }

    @Test
    void aForgedKeyIdIsLookedUpOnceAMinute() {
        for (int i = 0; i < 4; i++) {
            refuseForgedKeyId();
        }
        assertThat(lookUps()).isEqualTo(2);
        local.sandbox.clock().advance(Duration.ofSeconds(59));
        refuseForgedKeyId();
        assertThat(lookUps()).isEqualTo(2);
        local.sandbox.clock().advance(Duration.ofSeconds(2));
        refuseForgedKeyId();
        refuseForgedKeyId();
        assertThat(lookUps()).isEqualTo(3);
    }

    @Test
    void aForgedKeyIdDoesNotDisturbTheKeysThatAreKnown() {
        UserAccessToken token = local.token();
        refuseForgedKeyId();
        assertThat(refreshed(token)).isNotNull();
    }

    @Test
    void keysAreFetchedAfreshOnceTheyAreOld() {
        UserAccessToken token = local.token();
        local.sandbox.clock().advance(Duration.ofDays(8));
        refreshed(token);
        assertThat(lookUps()).isEqualTo(2);
    }

    @Test
    void keysOfOtherKindsInTheSetAreNoneOfItsBusiness() throws Exception {
        List<Map<String, String>> others = List.of(
                Map.of("kid", "ec", "pem", publicKey("EC", 256)),
                Map.of("kid", "weak", "pem", publicKey("RSA", 1024)),
                Map.of("kid", "garbage", "pem", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"),
                Map.of("kid", "no-pem"),
                Map.of("pem", "no kid"));
        UserAccessToken token = local.token();
        for (Map<String, String> other : others) {
            local.forget();
            local.sandbox.failNext(
                    Operation.FETCH_SIGNING_KEYS, CannedResponse.json(200, Json.write(Map.of("keys", List.of(other)))));
            try (DigiMe digiMe = local.builder().build()) {
                token = ((Refreshed) digiMe.refreshToken(local.contract, token)).token();
            }
            assertThat(local.asked())
                    .as(other.toString())
                    .containsExactly(
                            Operation.FETCH_SIGNING_KEYS, Operation.REFRESH_TOKEN, Operation.FETCH_SIGNING_KEYS);
        }
    }

    /** The server's key set with other entries, where {@code %s} stands for the valid one. */
    private CannedResponse keys(String entries) {
        String good = local.keySet().replaceFirst("(?s).*\\[(.*)\\].*", "$1");
        return CannedResponse.json(200, "{\"keys\":[" + entries.replace("%s", good) + "]}");
    }

    /** The valid entry under its own {@code kid}, with the PEM of another key. */
    private String foreign() throws NoSuchAlgorithmException {
        String keyId = local.keySet().replaceFirst("(?s).*\"kid\" *: *\"([^\"]+)\".*", "$1");
        return Json.write(Map.of("kid", keyId, "pem", publicKey("RSA", 2048)));
    }

    private static String publicKey(String algorithm, int bits) throws NoSuchAlgorithmException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance(algorithm);
        keys.initialize(bits);
        return FuzzKeys.pem("PUBLIC KEY", keys.generateKeyPair().getPublic().getEncoded());
    }

    private void assertRefreshes(CannedResponse keySet, Operation... asked) {
        UserAccessToken token = local.tokenOffTheRecord();
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, keySet);
        DigiMe digiMe = local.client();
        assertThat(digiMe.refreshToken(local.contract, token)).isInstanceOf(Refreshed.class);
        assertThat(local.asked()).containsExactly(asked);
    }

    @Test
    void t12_everyKeyOfAKidIsTried() throws Exception {
        assertRefreshes(keys(foreign() + ",%s"), Operation.FETCH_SIGNING_KEYS, Operation.REFRESH_TOKEN);
        assertRefreshes(keys("%s," + foreign()), Operation.FETCH_SIGNING_KEYS, Operation.REFRESH_TOKEN);
    }

    @Test
    void t12_anEntryThatCannotBeUsedIsPassedOver() {
        assertRefreshes(
                keys(
                        "null,7,[],\"key\",{},{\"kid\":5},{\"kid\":5,\"pem\":5},{\"kid\":\"x\",\"pem\":\"y\"},{\"kid\":\"z\"},"
                                + "{\"kid\":\"a\",\"kid\":\"b\",\"x\":1e99999999999},%s"),
                Operation.FETCH_SIGNING_KEYS,
                Operation.REFRESH_TOKEN);
    }

    @Test
    void t12_aKeyThatWasReissuedUnderItsKidIsLookedUp() throws Exception {
        assertRefreshes(
                keys(foreign()), Operation.FETCH_SIGNING_KEYS, Operation.REFRESH_TOKEN, Operation.FETCH_SIGNING_KEYS);
    }

    @Test
    void t12_aSignatureThatFailsIsLookedUpOnceAMinute() {
        UserAccessToken good = local.token();
        for (int i = 0; i < 4; i++) {
            refuse(Forgery.FOREIGN_KEY, Check.SIGNATURE);
        }
        assertThat(lookUps()).isEqualTo(2);
        local.sandbox.clock().advance(Duration.ofSeconds(61));
        refuse(Forgery.BAD_SIGNATURE, Check.SIGNATURE);
        refuse(Forgery.BAD_SIGNATURE, Check.SIGNATURE);
        assertThat(lookUps()).isEqualTo(3);
        assertThat(refreshed(good)).isNotNull();
    }

    private void refuse(Fault forgery, Check check) {
        UserAccessToken token = local.token();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, forgery);
        assertThat(thrownBy(VerificationException.class, () -> local.digiMe.refreshToken(local.contract, token))
                        .check())
                .isEqualTo(check);
    }

    @Test
    void t12_aForgedKidDoesNotHideARotation() {
        UserAccessToken token = local.token();
        refuseForgedKeyId();
        local.sandbox.rotateKeys();
        assertThat(refreshed(token)).isNotNull();
        assertThat(lookUps()).isEqualTo(3);
    }

    @Test
    void t12_manyForgedKidsAreLookedUpAFewTimesAMinute() {
        assertThat(local.token()).isNotNull();
        for (int i = 0; i < 12; i++) {
            refuse(forged("forged-" + i), Check.KEY_ID);
        }
        assertThat(lookUps()).isEqualTo(1 + 5);
        local.sandbox.clock().advance(Duration.ofSeconds(61));
        refuse(forged("forged-1"), Check.KEY_ID);
        assertThat(lookUps()).isEqualTo(1 + 6);
    }

    private static CannedResponse forged(String keyId) {
        String header = Json.write(Map.of("alg", "PS512", "kid", keyId));
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8));
        return CannedResponse.json(200, Json.write(Map.of("token", encoded + ".e30.AAAA")));
    }

    @Test
    void t13_aClockThatGoesBackBlocksNoLookUp() {
        AtomicReference<Duration> behind = new AtomicReference<>(Duration.ZERO);
        AtomicLong ticks = new AtomicLong();
        Clock clock = new SuppliedClock(() -> local.sandbox.clock().instant().minus(behind.get()));
        DigiMe digiMe = local.client(builder -> builder.clock(clock).ticker(ticks::get));
        refuseForgedKeyIdOf(digiMe);
        int before = lookUps();
        behind.set(Duration.ofMinutes(4));
        ticks.addAndGet(TimeUnit.SECONDS.toNanos(61));
        refuseForgedKeyIdOf(digiMe);
        assertThat(lookUps()).isEqualTo(before + 1);
    }

    private void refuseForgedKeyIdOf(DigiMe digiMe) {
        UserAccessToken token = local.token();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Forgery.UNKNOWN_KID);
        thrownBy(VerificationException.class, () -> digiMe.refreshToken(local.contract, token));
    }
}
