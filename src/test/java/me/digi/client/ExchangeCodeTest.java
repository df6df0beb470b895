package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.AuthorizationCode;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.GrantView;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ExchangeCodeTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private UserAccessToken exchange(PendingConsent link) {
        return local.digiMe.exchangeCode(local.contract, local.allow(link));
    }

    @Test
    void givesBothTokensAsTheServiceIssuedThem() {
        UserAccessToken token = local.token();
        GrantView grant = local.sandbox.grants().get(0);
        assertThat(token.accessToken().value()).isEqualTo(grant.live().accessToken());
        assertThat(token.refreshToken().value()).isEqualTo(grant.live().refreshToken());
        assertThat(token.userId()).isEqualTo(grant.userId());
        assertThat(token.consentId()).isEqualTo(grant.consentId());
        var now = local.sandbox.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        assertThat(token.accessToken().expiresAt()).isBetween(now, now.plus(Duration.ofDays(1)));
        assertThat(token.refreshToken().expiresAt()).isEqualTo(now.plus(Duration.ofDays(180)));
    }

    @Test
    void isOneRequestOnceTheServersKeysAreKnown() {
        PendingConsent link = local.link();
        local.forget();
        exchange(link);
        assertThat(local.asked()).containsExactly(Operation.EXCHANGE_CODE);
    }

    @Test
    void claimsWhatTheProtocolSaysAndHasNoBody() {
        PendingConsent link = local.link();
        Authorized consent = local.allow(link);
        local.digiMe.exchangeCode(local.contract, consent);
        RecordedRequest sent = local.last(Operation.EXCHANGE_CODE);
        assertThat(sent.claims())
                .containsOnlyKeys("client_id", "nonce", "timestamp", "grant_type", "code", "code_verifier");
        assertThat(sent.claim("grant_type")).isEqualTo("authorization_code");
        assertThat(sent.claim("code")).isEqualTo(consent.code().value());
        assertThat(sent.claim("code_verifier")).isEqualTo(consent.code().codeVerifier());
        assertThat(sent.body()).isEmpty();
        assertThat(sent.header("Content-Type")).isNull();
    }

    @Test
    void aCodeWorksOnce() {
        PendingConsent link = local.link();
        Authorized consent = local.allow(link);
        local.digiMe.exchangeCode(
                local.contract, consent.code().value(), consent.code().codeVerifier());
        assertRejected(consent.code().value(), consent.code().codeVerifier(), ErrorCode.INVALID_GRANT);
    }

    @Test
    void aCodeNeedsItsVerifier() {
        Authorized consent = local.allow(local.link());
        AuthorizationCode another = local.allow(local.link()).code();
        assertRejected(consent.code().value(), another.codeVerifier(), ErrorCode.INVALID_GRANT);
    }

    @Test
    void anUnknownOrExpiredCodeIsRefused() {
        AuthorizationCode code = local.allow(local.link()).code();
        assertRejected("never-given", code.codeVerifier(), ErrorCode.INVALID_GRANT);
        local.sandbox.clock().advance(Duration.ofHours(1));
        assertRejected(code.value(), code.codeVerifier(), ErrorCode.INVALID_GRANT);
    }

    private void assertRejected(String code, String verifier, ErrorCode expected) {
        ApiException failure =
                thrownBy(ApiException.class, () -> local.digiMe.exchangeCode(local.contract, code, verifier));
        assertThat(failure.operation()).isEqualTo("exchangeCode");
        assertThat(failure.code()).isEqualTo(expected);
        assertThat(failure.reference()).isNotBlank();
        assertThat(failure.isRetryable()).isFalse();
    }

    @Test
    void nothingIsSentForAnInvalidCode() {
        assertThatThrownBy(() -> local.digiMe.exchangeCode(local.contract, " ", "verifier"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("code must not be blank");
        assertThatThrownBy(() -> local.digiMe.exchangeCode(local.contract, "code", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("codeVerifier must not be blank");
        assertThatThrownBy(() -> local.digiMe.exchangeCode(local.contract, null, "verifier"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("code");
        assertThatThrownBy(() -> local.digiMe.exchangeCode(null, "code", "verifier"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("contract");
        assertThat(local.asked()).isEmpty();
    }

    @Test
    void aMissingOrWrongFieldInTheServersTokenIsAnErrorThatNamesIt() {
        Map<String, Fault> faults = Map.ofEntries(
                Map.entry("access_token", Change.withoutClaim("access_token")),
                Map.entry("refresh_token", Change.withoutClaim("refresh_token")),
                Map.entry("value", Change.withoutClaim("refresh_token.value")),
                Map.entry("$.refresh_token", Change.claim("refresh_token", null)),
                Map.entry("$.refresh_token.value", Change.claim("refresh_token.value", 7)),
                Map.entry("$.access_token", Change.claim("access_token", "token")),
                Map.entry("$.refresh_token.value: ", Change.claim("refresh_token.value", "")),
                Map.entry("$.access_token.value: ", Change.claim("access_token.value", null)),
                Map.entry("$.access_token: ", Change.claim("access_token", List.of("token"))),
                Map.entry("'token'", Change.withoutField("token")));
        faults.forEach((name, fault) -> {
            PendingConsent link = local.link();
            local.sandbox.failNext(Operation.EXCHANGE_CODE, fault);
            UnexpectedResponseException unexpected = thrownBy(UnexpectedResponseException.class, () -> exchange(link));
            assertThat(unexpected).hasMessageContaining(name);
            assertThat(unexpected.operation()).isEqualTo("exchangeCode");
            assertThat(unexpected.status()).isBetween(200, 201);
        });
    }

    @Test
    void userAndConsentMayBeUnknown() {
        PendingConsent link = local.link();
        local.sandbox.failNext(
                Operation.EXCHANGE_CODE, Change.withoutClaim("sub").and(Change.withoutClaim("consentid")));
        UserAccessToken token = exchange(link);
        assertThat(token.userId()).isNull();
        assertThat(token.consentId()).isNull();
    }

    @Test
    void unknownMembersAreSkipped() {
        PendingConsent link = local.link();
        local.sandbox.failNext(
                Operation.EXCHANGE_CODE,
                Change.claim("new_member", Map.of("deep", Map.of("er", 1))).and(Change.field("new_member", true)));
        assertThat(exchange(link).userId()).isNotNull();
    }
}
