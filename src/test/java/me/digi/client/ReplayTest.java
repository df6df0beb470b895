package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.ErrorCode;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Operation;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refused {@code refreshToken} whose first request may have been acted on. */
class ReplayTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void t14_aRefusalOfTheReplayMeansThatTheResponseWasLost(int status) {
        UserAccessToken token = local.tokenOffTheRecord();
        MockResponse busy = new MockResponse().setResponseCode(status).setHeader("Retry-After", "1");
        try (Relay relay = Relay.ofFirstTokenResponse(local, response -> busy);
                DigiMe digiMe = local.builderFor(relay.url()).build()) {
            Reauthorize lost = (Reauthorize) digiMe.refreshToken(local.contract, token);
            assertThat(lost.reason()).isEqualTo(Reason.RESPONSE_LOST);
            assertThat(lost.code()).isEqualTo(ErrorCode.INVALID_TOKEN);
        }
        assertThat(local.requests(Operation.REFRESH_TOKEN)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void t14_aRefusalOfTheNextCallMeansThatTheResponseWasLost(int status) {
        UserAccessToken token = local.tokenOffTheRecord();
        try (Relay relay = Relay.ofFirstTokenResponse(local, response -> new MockResponse().setResponseCode(status));
                DigiMe digiMe = local.builderFor(relay.url()).build()) {
            assertThat(thrownBy(ApiException.class, () -> digiMe.refreshToken(local.contract, token))
                            .status())
                    .isEqualTo(status);
            Reauthorize lost = (Reauthorize) digiMe.refreshToken(local.contract, token);
            assertThat(lost.reason()).isEqualTo(Reason.RESPONSE_LOST);
        }
    }

    @Test
    void t14_aRefusalAfterAnUnreadableResponseMeansThatTheResponseWasLost() {
        for (Fault fault : new Fault[] {Delivery.DROP_AFTER, Delivery.TRUNCATE}) {
            UserAccessToken token = local.tokenOffTheRecord();
            local.sandbox.failNext(Operation.REFRESH_TOKEN, fault);
            thrownBy(DigiMeException.class, () -> local.digiMe.refreshToken(local.contract, token));
            Reauthorize lost = (Reauthorize) local.digiMe.refreshToken(local.contract, token);
            assertThat(lost.reason()).isEqualTo(Reason.RESPONSE_LOST);
        }
    }

    @ParameterizedTest
    @CsvSource({"401, InvalidToken", "400, InvalidToken", "403, InvalidGrant", "401, InvalidGrant"})
    void aReadableCodeWith4xxIsAVerdictEvenWithRetryAfter(int status, String code) {
        UserAccessToken token = local.token();
        local.sandbox.failNext(
                Operation.REFRESH_TOKEN,
                CannedResponse.error(status, code, "dead").retryAfter("1"));
        Reauthorize verdict = (Reauthorize) local.digiMe.refreshToken(local.contract, token);
        assertThat(verdict.reason()).isEqualTo(Reason.REFUSED);
        assertThat(verdict.code()).isEqualTo(new ErrorCode(code));
    }
}
