package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import me.digi.client.EveryCall.Signed;
import me.digi.client.auth.Refused;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.error.UnknownTokenException;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.ErrorShape;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What each call throws when the server responds with an error, with an unexpected response, or not at all. */
class EveryCallFailedTest {
    /** Calls that require a JSON response. */
    private static final Set<EveryCall> JSON = EnumSet.complementOf(EnumSet.of(
            EveryCall.FILE,
            EveryCall.FILE_METADATA,
            EveryCall.REPORT,
            EveryCall.PUSH,
            EveryCall.PUSH_TO_PROVIDER,
            EveryCall.UPLOAD,
            EveryCall.DOWNLOAD,
            EveryCall.DELETE_FILE,
            EveryCall.DELETE_FOLDER,
            EveryCall.DELETE_ACCOUNT,
            EveryCall.DELETE_USER));

    /** Calls that change nothing. */
    private static final Set<EveryCall> SAFE = EnumSet.of(
            EveryCall.JWKS,
            EveryCall.AUTHORIZE,
            EveryCall.REAUTHORIZE,
            EveryCall.ONBOARD,
            EveryCall.REAUTHORIZE_ACCOUNT,
            EveryCall.REFER_TO_ACCOUNT,
            EveryCall.REFER_TO_STORAGE,
            EveryCall.ACCOUNTS,
            EveryCall.FILE_LIST,
            EveryCall.FILE,
            EveryCall.FILE_METADATA,
            EveryCall.REVOKE_ACCOUNT,
            EveryCall.REPORT,
            EveryCall.CONTRACT,
            EveryCall.SAMPLE_DATA_SETS,
            EveryCall.SOURCES,
            EveryCall.COUNTRIES,
            EveryCall.PLATFORMS,
            EveryCall.CATEGORIES,
            EveryCall.SOURCE_TYPES,
            EveryCall.USER_STORAGE,
            EveryCall.LIST_FILES,
            EveryCall.DOWNLOAD);

    @AutoClose
    private CallSetup setup = CallSetup.withoutRetries();

    @TestFactory
    Stream<DynamicTest> everyCodeReachesTheApplicationWithItsStatusAndReference() {
        return each(EnumSet.allOf(EveryCall.class), call -> {
            for (Refused refused : refusals(call)) {
                fail(call, error(call, refused.status, refused.code));
                ApiException failure = thrownBy(ApiException.class, () -> call.make(setup));
                assertThat(failure.operation()).isEqualTo(call.named);
                assertThat(failure.status()).isEqualTo(refused.status);
                assertThat(failure.code()).isEqualTo(new ErrorCode(refused.code));
                assertThat(failure.serverMessage()).isEqualTo("why");
                assertThat(failure.reference()).isEqualTo(shape(call) == ErrorShape.CLOUD ? null : "ref-1");
                assertThat(failure.isRetryable()).as(refused.code).isEqualTo(refused.retryable);
                assertThat(asked(call)).isOne();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aPageOrNothingInPlaceOfAnErrorIsOneWithoutACode() {
        return each(EnumSet.allOf(EveryCall.class), call -> {
            for (CannedResponse response : new CannedResponse[] {CannedResponse.html(502), CannedResponse.empty(403)}) {
                fail(call, response);
                ApiException failure = thrownBy(ApiException.class, () -> call.make(setup));
                assertThat(failure.status()).isEqualTo(response.status());
                assertThat(failure.code()).isNull();
                assertThat(failure.reference()).isNull();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aPageOrNothingInPlaceOfAResponseIsAnError() {
        return each(JSON, call -> {
            for (CannedResponse response : new CannedResponse[] {
                CannedResponse.html(200), CannedResponse.empty(200), CannedResponse.json(200, "\"text\"")
            }) {
                fail(call, response);
                UnexpectedResponseException unexpected =
                        thrownBy(UnexpectedResponseException.class, () -> call.make(setup));
                assertThat(unexpected.operation()).isEqualTo(call.named);
                assertThat(unexpected.status()).isEqualTo(200);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aPageInPlaceOfAFileIsAnError() {
        return each(EnumSet.of(EveryCall.FILE, EveryCall.FILE_METADATA, EveryCall.DOWNLOAD), call -> {
            fail(call, CannedResponse.html(200));
            assertThat(thrownBy(DigiMeException.class, () -> call.make(setup))).isNotNull();
        });
    }

    @TestFactory
    Stream<DynamicTest> aConnectionThatIsClosedWithoutAResponseLeavesTheRequestInDoubt() {
        return each(EnumSet.allOf(EveryCall.class), call -> assertInDoubt(call, Delivery.DROP_BEFORE));
    }

    @TestFactory
    Stream<DynamicTest> aConnectionThatIsClosedAfterTheServerActedLeavesTheRequestInDoubt() {
        return each(EnumSet.allOf(EveryCall.class), call -> assertInDoubt(call, Delivery.DROP_AFTER));
    }

    /** On an open connection, only requests that change nothing may be sent a second time. */
    private void assertInDoubt(EveryCall call, Delivery drop) {
        boolean safe = SAFE.contains(call);
        setup.forget();
        for (int i = 0; i < (safe ? 2 : 1); i++) {
            setup.sandbox.failNext(call.operation, drop);
        }
        NetworkException dropped = thrownBy(NetworkException.class, () -> call.make(setup));
        assertThat(dropped.operation()).isEqualTo(call.named);
        assertThat(dropped.kind()).isEqualTo(NetworkException.Kind.NO_RESPONSE);
        assertThat(dropped.requestMayHaveArrived()).isTrue();
        assertThat(asked(call)).isBetween(1, safe ? 2 : 1);
        setup.sandbox.clearFaults();
    }

    @TestFactory
    Stream<DynamicTest> aRefusedAccessTokenIsRefreshedAndTheCallRepeatedOnce() {
        return each(signed(Signed.FOR_USER), call -> {
            fail(call, error(call, 401, "InvalidToken"));
            call.make(setup);
            assertThat(asked(call)).isEqualTo(2);
            assertThat(setup.sandbox.requests().count(Operation.REFRESH_TOKEN)).isOne();
        });
    }

    @TestFactory
    Stream<DynamicTest> aSecondRefusalIsTheCallersError() {
        return each(signed(Signed.FOR_USER), call -> {
            fail(call, error(call, 401, "InvalidToken"));
            setup.sandbox.failNext(call.operation, error(call, 401, "InvalidToken"));
            ApiException failure = thrownBy(ApiException.class, () -> call.make(setup));
            assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_TOKEN);
            assertThat(asked(call)).isEqualTo(2);
            assertThat(setup.sandbox.requests().count(Operation.REFRESH_TOKEN)).isOne();
        });
    }

    @TestFactory
    Stream<DynamicTest> withoutAUserThereIsNothingToRefresh() {
        Set<EveryCall> calls = signed(Signed.BY_CONTRACT);
        calls.addAll(signed(Signed.FOR_CLOUD));
        calls.remove(EveryCall.REFRESH);
        return each(calls, call -> {
            fail(call, error(call, 401, "InvalidToken"));
            DigiMeException thrown = thrownBy(DigiMeException.class, () -> call.make(setup));
            ApiException failure =
                    thrown instanceof UnknownTokenException unknown ? unknown.failure() : (ApiException) thrown;
            assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_TOKEN);
            assertThat(asked(call)).isOne();
            assertThat(setup.sandbox.requests().count(Operation.REFRESH_TOKEN)).isZero();
        });
    }

    @TestFactory
    Stream<DynamicTest> whoIsAskedToWaitWaitsAndAsksAgainWithANonceOfItsOwn() {
        retry();
        return each(EnumSet.complementOf(EnumSet.of(EveryCall.JWKS)), call -> {
            fail(call, error(call, 429, "TooManyRequests").retryAfter("7"));
            call.make(setup);
            assertThat(asked(call)).isEqualTo(2);
            assertThat(setup.pauses).containsExactly(Duration.ofSeconds(7));
            assertThat(setup.requests(call.operation))
                    .extracting(request -> request.header("Authorization"))
                    .doesNotHaveDuplicates();
        });
    }

    @TestFactory
    Stream<DynamicTest> onlyWhatChangesNothingIsAskedForAgainWhenTheServerFails() {
        retry();
        return each(EnumSet.complementOf(EnumSet.of(EveryCall.JWKS)), call -> {
            fail(call, error(call, 500, "InternalServerError"));
            if (SAFE.contains(call)) {
                call.make(setup);
                assertThat(asked(call)).isEqualTo(2);
            } else {
                assertThat(thrownBy(ApiException.class, () -> call.make(setup)).code())
                        .isEqualTo(ErrorCode.INTERNAL_SERVER_ERROR);
                assertThat(asked(call)).isOne();
            }
        });
    }

    /** A missing file may still arrive, and is retried. */
    private static Set<Refused> refusals(EveryCall call) {
        return call == EveryCall.FILE || call == EveryCall.FILE_METADATA
                ? EnumSet.complementOf(EnumSet.of(Refused.NOT_THERE))
                : EnumSet.allOf(Refused.class);
    }

    private void retry() {
        setup.close();
        setup = CallSetup.withRetries();
    }

    private static Stream<DynamicTest> each(Set<EveryCall> calls, Consumer<EveryCall> test) {
        return calls.stream().map(call -> DynamicTest.dynamicTest(call.name(), () -> test.accept(call)));
    }

    private static Set<EveryCall> signed(Signed signed) {
        Set<EveryCall> calls = EnumSet.noneOf(EveryCall.class);
        Stream.of(EveryCall.values()).filter(call -> call.signed == signed).forEach(calls::add);
        return calls;
    }

    private void fail(EveryCall call, CannedResponse response) {
        setup.forget();
        setup.sandbox.failNext(call.operation, response);
    }

    private int asked(EveryCall call) {
        return setup.sandbox.requests().count(call.operation);
    }

    private static CannedResponse error(EveryCall call, int status, String code) {
        return CannedResponse.error(shape(call), status, code, "why", "ref-1");
    }

    private static ErrorShape shape(EveryCall call) {
        if (call == EveryCall.FILE_METADATA) {
            return ErrorShape.HEADERS_ONLY;
        }
        return call.signed == Signed.FOR_CLOUD ? ErrorShape.CLOUD : ErrorShape.NESTED;
    }

    /** Errors as servers send them. */
    private enum Refused {
        MALFORMED(400, "ValidationErrors", false),
        MALFORMED_JWT(406, "ValidationErrors", false),
        WRONG_CONTRACT(400, "InvalidContractDataRequest", false),
        SCOPE(400, "ScopeOutOfBounds", false),
        REDIRECT_URI(400, "InvalidRedirectUri", false),
        CLIENT(401, "InvalidClient", false),
        AGENT(400, "SDKInvalid", false),
        AGENT_VERSION(403, "SDKVersionInvalid", false),
        SINGLE_READ(403, "InsufficientScope", false),
        NOT_THERE(404, "NotFound", false),
        NONCE(406, "InvalidRequest", false),
        TOO_MANY(429, "TooManyRequests", true),
        FAILURE(500, "InternalServerError", true),
        ACCOUNT(511, "ServiceAuthorizationError", false),
        NEW(418, "a code that nobody knows yet", false);

        final int status;
        final String code;
        final boolean retryable;

        Refused(int status, String code, boolean retryable) {
            this.status = status;
            this.code = code;
            this.retryable = retryable;
        }
    }
}
