package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.VerificationException;
import me.digi.client.error.VerificationException.Check;
import me.digi.client.internal.io.Json;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.ForeignJku;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens without a valid signature of the server are rejected, and their {@code jku} is never requested. */
class ForgedTokensTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private VerificationException refused(Operation operation, Fault fault, Runnable call) {
        local.sandbox.failNext(operation, fault);
        VerificationException failure = thrownBy(VerificationException.class, call::run);
        assertThat(failure).as(fault.toString()).isNotNull();
        return failure;
    }

    private VerificationException refusedRefresh(Fault fault) {
        UserAccessToken token = local.token();
        return refused(Operation.REFRESH_TOKEN, fault, () -> local.digiMe.refreshToken(local.contract, token));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, ALGORITHM",
        "HS256_WITH_PUBLIC_KEY, ALGORITHM",
        "HS512_WITH_PUBLIC_KEY, ALGORITHM",
        "RS256, ALGORITHM",
        "PS256, ALGORITHM",
        "FOREIGN_KEY, SIGNATURE",
        "ALTERED_PAYLOAD, SIGNATURE",
        "BAD_SIGNATURE, SIGNATURE",
        "EMPTY_SIGNATURE, FORMAT",
        "SHORT_SALT, SIGNATURE",
        "UNKNOWN_KID, KEY_ID",
        "MISSING_KID, KEY_ID",
        "DEFLATED, COMPRESSION",
        "CRIT, CRITICAL_HEADER",
    })
    void eachKindOfForgeryFailsItsCheck(Forgery forgery, Check check) {
        VerificationException failure = refusedRefresh(forgery);
        assertThat(failure.check()).isEqualTo(check);
        assertThat(failure.operation()).isEqualTo("refreshToken");
    }

    @Test
    void noKindOfForgeryIsLeftOut() throws Exception {
        CsvSource tested = ForgedTokensTest.class
                .getDeclaredMethod("eachKindOfForgeryFailsItsCheck", Forgery.class, Check.class)
                .getAnnotation(CsvSource.class);
        assertThat(tested.value()).hasSameSizeAs(Forgery.values());
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void everyOperationChecksItsResponse(Forgery forgery) {
        UserAccessToken token = local.token();
        PendingConsent link = local.link();
        Authorized consent = local.allow(link);
        refused(Operation.AUTHORIZE, forgery, local::link);
        refused(Operation.EXCHANGE_CODE, forgery, () -> local.digiMe.exchangeCode(local.contract, consent));
        refused(
                Operation.CREATE_TOKEN_REFERENCE,
                forgery,
                () -> local.digiMe
                        .reauthorize(local.contract, token)
                        .redirectUri(LocalDigiMe.REDIRECT_URI)
                        .start());
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void aForeignAddressIsNeverContacted(Forgery forgery) {
        try (RawServer foreign = RawServer.responding(200, "application/json", "{\"keys\":[]}")) {
            refusedRefresh(forgery.and(new ForeignJku(URI.create(foreign.url() + "jwks"))));
            assertThat(foreign.connections()).isZero();
        }
    }

    @Test
    void aValidSignatureCountsWhateverItsJkuIs() {
        try (RawServer foreign = RawServer.responding(200, "application/json", "{\"keys\":[]}")) {
            UserAccessToken token = local.token();
            local.sandbox.failNext(Operation.REFRESH_TOKEN, new ForeignJku(URI.create(foreign.url())));
            assertThat(local.digiMe.refreshToken(local.contract, token)).isInstanceOf(Refreshed.class);
            assertThat(foreign.connections()).isZero();
        }
    }

    @Test
    void aTokenThatHasExpiredIsRefusedAndOneThatExpiresLaterIsNot() {
        long now = local.sandbox.clock().instant().getEpochSecond();
        assertThat(refusedRefresh(Change.claim("exp", now - 3600)).check()).isEqualTo(Check.EXPIRED);
        assertThat(refusedRefresh(Change.claim("nbf", now + 3600)).check()).isEqualTo(Check.NOT_YET_VALID);
        assertThat(refusedRefresh(Change.claim("exp", "soon")).check()).isEqualTo(Check.FORMAT);
        UserAccessToken token = local.token();
        local.sandbox.failNext(
                Operation.REFRESH_TOKEN, Change.claim("exp", now + 60).and(Change.claim("nbf", now - 60)));
        assertThat(local.digiMe.refreshToken(local.contract, token)).isInstanceOf(Refreshed.class);
    }

    @Test
    void clocksMayDifferByMinutes() {
        long now = local.sandbox.clock().instant().getEpochSecond();
        UserAccessToken token = local.token();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Change.claim("exp", now - 60));
        assertThat(local.digiMe.refreshToken(local.contract, token)).isInstanceOf(Refreshed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "token",
                "..",
                "a.b",
                "a.b.c",
                "a.b.c.d",
                "é.é.é",
                "e30.e30.e30",
                " e30.e30.e30",
                "bnVsbA.e30.",
                "W10.e30.",
                "e30=.e30.e30",
            })
    void textThatIsNotAJwtIsRejectedAsAToken(String text) {
        VerificationException failure = refusedRefresh(CannedResponse.json(200, Json.write(Map.of("token", text))));
        assertThat(failure.check()).isIn(Check.FORMAT, Check.ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'alg':'PS512','kid':7}",
                "{'alg':'PS512','kid':''}",
                "{'alg':'PS512','kid':null}",
                "{'alg':'PS512','kid':'a','kid':'b'}",
                "{'alg':'none','alg':'PS512','kid':'sandbox-0'}",
                "{'alg':['PS512'],'kid':'sandbox-0'}",
                "{'alg':'ps512','kid':'sandbox-0'}",
                "{'alg':'PS384','kid':'sandbox-0'}",
                "{'alg':'PS512','kid':'sandbox-0','b64':false,'crit':['b64']}",
                "{'alg':'PS512','kid':'sandbox-0','zip':null}",
                "{'alg':'PS512','kid':'sandbox-0','crit':[]}",
                "{'alg':'PS512','kid':'sandbox-0'}",
                "{'alg':'PS512','kid':'sandbox-0','enc':'A256GCM'}",
                "{'alg':'RSA-OAEP','enc':'A256GCM','kid':'sandbox-0'}",
                "{'alg':'PS512','kid':'sandbox-0','jwk':{'kty':'RSA','n':'AQAB','e':'AQAB'}}",
                "{'alg':'PS512','kid':'../../x'}",
            })
    void aHeaderWithOtherRequirementsIsRejected(String header) {
        String jwt = base64(header.replace('\'', '"')) + "." + base64("{}") + "." + base64("x".repeat(256));
        VerificationException failure = refusedRefresh(CannedResponse.json(200, Json.write(Map.of("token", jwt))));
        assertThat(failure.check()).isNotNull();
        assertThat(failure).hasMessageNotContaining(jwt);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void h4_aTokenThatIsTooLongIsRejectedByItsLength() {
        String dots = ".".repeat(70_000);
        VerificationException refusal = refused(
                Operation.AUTHORIZE,
                CannedResponse.json(201, "{\"token\":\"" + dots + "\",\"session\":{\"key\":\"k\",\"expiry\":1}}"),
                local::link);

        assertThat(refusal.check()).isEqualTo(Check.FORMAT);
        assertThat(refusal).hasMessageContaining("it is longer than 65536 characters");
    }
}
