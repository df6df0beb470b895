package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.ErrorShape;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private RefreshResult refresh(UserAccessToken token) {
        return local.digiMe.refreshToken(local.contract, token);
    }

    private UserAccessToken refreshed(UserAccessToken token) {
        return ((Refreshed) refresh(token)).token();
    }

    private static UserAccessToken with(UserAccessToken token, Token refreshToken) {
        return UserAccessToken.builder().from(token).refreshToken(refreshToken).build();
    }

    @Test
    void givesANewPairAsTheServiceIssuedIt() {
        UserAccessToken old = local.token();
        UserAccessToken token = refreshed(old);
        var live = local.sandbox.grant(old.userId(), local.contract).live();
        assertThat(live.number()).isEqualTo(2);
        assertThat(token.accessToken()).isEqualTo(Token.of(live.accessToken(), live.accessExpiresAt()));
        assertThat(token.refreshToken()).isEqualTo(Token.of(live.refreshToken(), live.refreshExpiresAt()));
        assertThat(token.userId()).isEqualTo(old.userId());
        assertThat(token.consentId()).isEqualTo(old.consentId());
    }

    @Test
    void isOneRequestAfterTheFirstExchange() {
        UserAccessToken token = local.tokenOffTheRecord();
        refreshed(refreshed(token));
        assertThat(local.asked()).containsExactly(Operation.REFRESH_TOKEN, Operation.REFRESH_TOKEN);
    }

    @Test
    void ofANewClientIsPrecededByTheServersKeys() {
        UserAccessToken token = local.tokenOffTheRecord();
        DigiMe another = local.client();
        another.refreshToken(local.contract, token);
        assertThat(local.asked()).containsExactly(Operation.FETCH_SIGNING_KEYS, Operation.REFRESH_TOKEN);
    }

    @Test
    void claimsWhatTheProtocolSaysAndHasNoBody() {
        UserAccessToken token = local.token();
        refresh(token);
        RecordedRequest sent = local.last(Operation.REFRESH_TOKEN);
        assertThat(sent.claims()).containsOnlyKeys("client_id", "nonce", "timestamp", "grant_type", "refresh_token");
        assertThat(sent.claim("grant_type")).isEqualTo("refresh_token");
        assertThat(sent.claim("refresh_token")).isEqualTo(token.refreshToken().value());
        assertThat(sent.body()).isEmpty();
    }

    @Test
    void aTokenThatTheServiceCallsInvalidNeedsReauthorization() {
        UserAccessToken token = local.token();
        local.sandbox.revoke(token.userId());
        Reauthorize reauthorize = (Reauthorize) refresh(token);
        assertThat(reauthorize.reason()).isEqualTo(Reason.REFUSED);
        assertThat(reauthorize.code()).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(reauthorize.message()).isEqualTo("The token (refresh_token) is invalid");
        assertThat(reauthorize.reference()).isNotBlank();
    }

    @Test
    void aTokenThatTheServiceCallsExpiredNeedsReauthorization() {
        UserAccessToken token = local.token();
        local.sandbox.clock().advance(Duration.ofDays(181));
        Reauthorize reauthorize = (Reauthorize) refresh(token);
        assertThat(reauthorize.code()).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(reauthorize.message()).isEqualTo("The token (refresh_token) is expired");
        assertThat(reauthorize.reference()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(ErrorShape.class)
    void aRefusalCountsInEveryShape(ErrorShape shape) {
        UserAccessToken token = local.token();
        local.sandbox.failNext(
                Operation.REFRESH_TOKEN,
                CannedResponse.error(shape, 401, "InvalidToken", "The token is dead", "ref-1"));
        assertThat(refresh(token))
                .isEqualTo(new Reauthorize(
                        Reason.REFUSED,
                        ErrorCode.INVALID_TOKEN,
                        "The token is dead",
                        shape == ErrorShape.CLOUD ? null : "ref-1"));
    }

    @Test
    void aGrantUnknownToTheServiceNeedsReauthorization() {
        UserAccessToken token = local.token();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.error(400, "InvalidGrant", "no such grant"));
        assertThat(((Reauthorize) refresh(token)).code()).isEqualTo(ErrorCode.INVALID_GRANT);
    }

    @Test
    void aTokenThatLooksExpiredIsStillSent() {
        UserAccessToken token = local.token();
        UserAccessToken looksExpired = with(token, Token.of(token.refreshToken().value(), Instant.ofEpochSecond(1)));
        assertThat(refresh(looksExpired)).isInstanceOf(Refreshed.class);
    }

    @Test
    void aPairThatWasReplacedIsRefusedAndDoesNoHarmToTheNewOne() {
        UserAccessToken old = local.token();
        UserAccessToken token = refreshed(old);
        assertThat(refresh(old)).isInstanceOf(Reauthorize.class);
        assertThat(refresh(token)).isInstanceOf(Refreshed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void troubleThatMayPassIsAnExceptionAndNeverAskForReauthorization(int status) {
        UserAccessToken token = local.token();
        local.sandbox.failNext(
                Operation.REFRESH_TOKEN, CannedResponse.error(status, "InternalServerError", "try later"));
        ApiException failure = thrownBy(ApiException.class, () -> refresh(token));
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.isRetryable()).isTrue();
        assertThat(refresh(token)).isInstanceOf(Refreshed.class);
    }

    @Test
    void aPageAServerErrorAndALostResponseAreNotVerdictsEither() {
        UserAccessToken token = local.token();
        for (Fault fault : new Fault[] {
            CannedResponse.html(401),
            CannedResponse.html(200),
            CannedResponse.empty(401),
            CannedResponse.error(500, "InvalidToken", "The token (refresh_token) is invalid"),
            CannedResponse.error(429, "InvalidToken", "The token (refresh_token) is invalid"),
            CannedResponse.error(401, "InvalidJWT", "the signature is not the contract's"),
            CannedResponse.error(406, "InvalidRequest", "claims.nonce was seen before"),
            CannedResponse.error(403, "SomethingNew", "nobody knows"),
            Delivery.DROP_BEFORE
        }) {
            local.sandbox.failNext(Operation.REFRESH_TOKEN, fault);
            assertThatThrownBy(() -> refresh(token)).isInstanceOf(DigiMeException.class);
        }
        assertThat(refresh(token)).isInstanceOf(Refreshed.class);
    }

    @Test
    void aRefusalOfTheServersKeysDoesNotAskForReauthorization() {
        UserAccessToken token = local.token();
        local.sandbox.failNext(
                Operation.FETCH_SIGNING_KEYS, CannedResponse.error(401, "InvalidToken", "not the token's fault"));
        DigiMe another = local.client();
        assertThatThrownBy(() -> another.refreshToken(local.contract, token))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        failure -> assertThat(failure.operation()).isEqualTo("fetchSigningKeys"));
    }

    @Test
    void aMissingFieldIsAnErrorThatNamesItAndNeverAnEmptyToken() {
        for (String path :
                new String[] {"refresh_token", "access_token", "refresh_token.value", "access_token.value"}) {
            UserAccessToken token = local.token();
            local.sandbox.failNext(Operation.REFRESH_TOKEN, Change.withoutClaim(path));
            assertThatThrownBy(() -> refresh(token))
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining(path.replaceFirst(".*\\.", ""));
        }
    }

    @Test
    void valuesThatTheResponseOmitsAreTakenFromTheOldToken() {
        UserAccessToken old = local.token();
        local.sandbox.failNext(
                Operation.REFRESH_TOKEN, Change.withoutClaim("sub").and(Change.withoutClaim("consentid")));
        UserAccessToken token = refreshed(old);
        assertThat(token.userId()).isEqualTo(old.userId());
        assertThat(token.consentId()).isEqualTo(old.consentId());
        assertThat(token.refreshToken()).isNotEqualTo(old.refreshToken());
    }

    @Test
    void anEmptyUserOrConsentIsIgnored() {
        UserAccessToken old = local.token();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Change.claim("sub", "").and(Change.claim("consentid", "")));
        UserAccessToken token = refreshed(old);
        assertThat(token.userId()).isEqualTo(old.userId());
        assertThat(token.consentId()).isEqualTo(old.consentId());
    }

    @Test
    void idsInTheResponseReplaceMissingOnes() {
        UserAccessToken bare = UserAccessToken.builder()
                .accessToken(local.token().accessToken())
                .refreshToken(local.token().refreshToken())
                .build();
        UserAccessToken token = refreshed(bare);
        assertThat(token.userId()).isNotBlank();
        assertThat(token.consentId()).isNotBlank();
    }

    @Test
    void anAccessTokenInThePlaceOfTheRefreshTokenIsAnErrorOfTheApplication() {
        UserAccessToken token = local.token();
        assertThatThrownBy(() -> refresh(with(token, token.accessToken())))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_TOKEN_TYPE));
    }

    @Test
    void nullIsRejectedByName() {
        assertThatThrownBy(() -> refresh(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("token");
        assertThatThrownBy(() -> local.digiMe.refreshToken(null, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("contract");
    }
}
