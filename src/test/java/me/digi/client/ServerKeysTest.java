package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.VerificationException;
import me.digi.client.error.VerificationException.Check;
import me.digi.client.internal.json.Json;
import me.digi.client.sandbox.CannedAnswer;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the keys come from that verify the server's tokens, and how often they are asked for. */
class ServerKeysTest {
    private final LocalDigiMe local = new LocalDigiMe();

    @AfterEach
    void close() {
        local.close();
    }

    private UserAccessToken refreshed(UserAccessToken token) {
        return ((Refreshed) local.digiMe.refreshToken(local.contract, token)).token();
    }

    private void refuseForgedKeyId() {
        UserAccessToken token = local.token();
        local.sandbox.failNext(Operation.REFRESH, Forgery.UNKNOWN_KID);
        VerificationException refusal =
                thrownBy(VerificationException.class, () -> local.digiMe.refreshToken(local.contract, token));
        assertThat(refusal.check()).isEqualTo(Check.KEY_ID);
    }

    private int lookUps() {
        return local.sandbox.requests().count(Operation.JWKS);
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
        local.sandbox.failNext(Operation.JWKS, Delivery.STALL);
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
            local.sandbox.requests().await(Operation.JWKS, 1);
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
        try (Relay relay = new Relay(local, answer -> answer)) {
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
        String ec = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(KeyPairGenerator.getInstance("EC")
                                .generateKeyPair()
                                .getPublic()
                                .getEncoded())
                + "\n-----END PUBLIC KEY-----";
        KeyPairGenerator shortRsa = KeyPairGenerator.getInstance("RSA");
        shortRsa.initialize(1024);
        String weak = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(shortRsa.generateKeyPair().getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----";
        List<Map<String, String>> others = List.of(
                Map.of("kid", "ec", "pem", ec),
                Map.of("kid", "weak", "pem", weak),
                Map.of("kid", "garbage", "pem", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"),
                Map.of("kid", "no-pem"),
                Map.of("pem", "no kid"));
        UserAccessToken token = local.token();
        for (Map<String, String> other : others) {
            local.forget();
            local.sandbox.failNext(Operation.JWKS, CannedAnswer.json(200, Json.write(Map.of("keys", List.of(other)))));
            try (DigiMe digiMe = local.builder().build()) {
                token = ((Refreshed) digiMe.refreshToken(local.contract, token)).token();
            }
            assertThat(local.asked())
                    .as(other.toString())
                    .containsExactly(Operation.JWKS, Operation.REFRESH, Operation.JWKS);
        }
    }
}
