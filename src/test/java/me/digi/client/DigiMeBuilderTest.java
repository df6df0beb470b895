package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.internal.SdkVersion;
import me.digi.client.internal.io.Json;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DigiMeBuilderTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    @Test
    void requiresAnApplicationId() {
        assertThatThrownBy(() -> DigiMe.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("applicationId is missing");
    }

    @Test
    void rejectsAnApplicationIdThatCannotBeOne() {
        assertThatThrownBy(() -> DigiMe.builder().applicationId(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("applicationId must not be blank: \" \"");
        assertThatThrownBy(() -> DigiMe.builder().applicationId("app "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("applicationId must not begin or end with white space: \"app \"");
    }

    @Test
    void rejectsNullInTheSetterAndNamesIt() {
        Map<String, ThrowingCallable> setters = Map.of(
                "applicationId", () -> DigiMe.builder().applicationId(null),
                "environment", () -> DigiMe.builder().environment(null),
                "connectTimeout", () -> DigiMe.builder().connectTimeout(null),
                "retryPolicy", () -> DigiMe.builder().retryPolicy(null),
                "clock", () -> DigiMe.builder().clock(null),
                "agent", () -> DigiMe.builder().agent(null),
                "httpClient", () -> DigiMe.builder().httpClient(null),
                "logger", () -> DigiMe.builder().logger(null));
        assertThat(setters)
                .allSatisfy((field, setter) -> assertThatThrownBy(setter)
                        .isInstanceOf(NullPointerException.class)
                        .hasMessageContaining(field));
    }

    @Test
    void takesTimeoutsFromAMillisecondToADayAndNamesTheOneThatIsWrong() {
        Map<String, BiConsumer<DigiMe.Builder, Duration>> timeouts = Map.of(
                "connectTimeout", DigiMe.Builder::connectTimeout,
                "readTimeout", DigiMe.Builder::readTimeout,
                "writeTimeout", DigiMe.Builder::writeTimeout,
                "callTimeout", DigiMe.Builder::callTimeout);
        timeouts.forEach((field, setter) -> {
            setter.accept(DigiMe.builder(), Duration.ofMillis(1));
            setter.accept(DigiMe.builder(), Duration.ofDays(1));
            for (Duration wrong : List.of(Duration.ZERO, Duration.ofMillis(-1), Duration.ofDays(2))) {
                assertThatThrownBy(() -> setter.accept(DigiMe.builder(), wrong))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(field + " must be between 1 ms and 1 day: " + wrong);
            }
        });
    }

    @Test
    void everyOperationOfAClosedClientSaysThatItIsClosed() {
        UserAccessToken token = local.tokenOffTheRecord();
        AuthorizationRequest authorization =
                local.digiMe.authorize(local.contract).redirectUri(LocalDigiMe.REDIRECT_URI);
        Authorized consent = local.allow(local.link());
        DigiMeUser user = KnownUser.of(local.digiMe, local.contract, token);
        local.forget();
        local.digiMe.close();
        List<ThrowingCallable> operations = List.of(
                authorization::start,
                () -> local.digiMe.exchangeCode(local.contract, "code", "verifier"),
                () -> local.digiMe.signIn(local.contract, "user-42", consent),
                user::listAccounts,
                user::refresh,
                () -> user.files(consent.session()).readAll(file -> {}),
                () -> local.digiMe.refreshToken(local.contract, token),
                () -> local.digiMe
                        .reauthorize(local.contract, token)
                        .redirectUri(LocalDigiMe.REDIRECT_URI)
                        .start());
        assertThat(operations)
                .allSatisfy(operation -> assertThatThrownBy(operation)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("this DigiMe is closed"));
        assertThat(local.asked()).isEmpty();
    }

    @Test
    void closingTwiceIsAllowed() {
        local.digiMe.close();
        local.digiMe.close();
    }

    @Test
    void namesNoAgentUnlessOneIsSet() {
        local.link();
        assertThat(local.last(Operation.AUTHORIZE).body()).isEqualTo("{}");
    }

    @Test
    void namesTheAgentThatWasSet() {
        Agent agent = Agent.builder()
                .name("nodejs")
                .version("16.1.5")
                .putMeta("node", "20")
                .build();
        DigiMe digiMe = local.client(builder -> builder.agent(agent));
        local.link(digiMe);
        digiMe.reauthorize(local.contract, local.token())
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .start();
        Map<String, ?> named = Map.of(
                "agent", Map.of("sdk", Map.of("name", "nodejs", "version", "16.1.5", "meta", Map.of("node", "20"))));
        assertThat(Json.parseObject(local.requests(Operation.AUTHORIZE).get(0).body()))
                .isEqualTo(named);
        assertThat(Json.parseObject(local.last(Operation.CREATE_TOKEN_REFERENCE).body()))
                .isEqualTo(named);
    }

    @Test
    void anAgentThatTheServiceDoesNotKnowIsAnErrorWithTheServicesCode() {
        DigiMe digiMe = local.client(builder -> builder.agent(Agent.of("stranger", "1.0.0")));
        assertThatThrownBy(() -> local.link(digiMe)).isInstanceOfSatisfying(ApiException.class, apiError -> {
            assertThat(apiError.status()).isEqualTo(400);
            assertThat(apiError.code()).isEqualTo(ErrorCode.SDK_INVALID);
        });
    }

    @Test
    void everyRequestNamesThisSdkInItsUserAgent() {
        UserAccessToken token = local.token();
        local.digiMe.refreshToken(local.contract, token);
        local.digiMe
                .authorize(local.contract)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .storageId("storage")
                .start();
        local.digiMe
                .reauthorize(local.contract, token)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .start();
        List<RecordedRequest> requests = local.sandbox.requests().all();
        assertThat(requests)
                .extracting(RecordedRequest::operation)
                .contains(
                        Operation.FETCH_SIGNING_KEYS,
                        Operation.AUTHORIZE,
                        Operation.EXCHANGE_CODE,
                        Operation.REFRESH_TOKEN,
                        Operation.CREATE_REFERENCE,
                        Operation.CREATE_TOKEN_REFERENCE);
        assertThat(requests)
                .allSatisfy(request ->
                        assertThat(request.header("User-Agent")).isEqualTo("digime-client/" + SdkVersion.VERSION));
        assertThat(SdkVersion.VERSION).matches("[0-9]+\\.[0-9]+\\.[0-9]+(-.+)?");
    }

    @Test
    void oneClientServesSeveralContracts() {
        var other = local.sandbox.addContract("other-contract", ContractKind.PUSH);
        assertThat(local.token(other).accessToken()).isNotEqualTo(local.token().accessToken());
        assertThat(local.requests(Operation.EXCHANGE_CODE))
                .extracting(request -> request.claim("client_id"))
                .containsExactly("sandbox-app_other-contract", "sandbox-app_sandbox-contract");
    }

    @Test
    void theLoggerIsCalledForEveryRequestAndMayThrow() {
        ReportedProblems problems = ReportedProblems.record();
        try (problems;
                DigiMe digiMe = local.builder()
                        .logger(event -> {
                            local.events.add(event);
                            throw new IllegalStateException("the logger's own trouble");
                        })
                        .build()) {
            local.link(digiMe);
        }
        assertThat(problems.uncaught()).isEmpty();
        assertThat(problems.failures())
                .singleElement()
                .hasToString("java.lang.IllegalStateException: the logger's own trouble");
        assertThat(local.events)
                .extracting(event -> event.operation())
                .containsExactly("fetchSigningKeys", "authorize");
        assertThat(local.events).allSatisfy(event -> {
            assertThat(event.status()).isEqualTo(event.operation().equals("fetchSigningKeys") ? 200 : 201);
            assertThat(event.attempt()).isOne();
            assertThat(event.failure()).isNull();
        });
        assertThat(local.events.get(1).pathTemplate()).isEqualTo("oauth/authorize");
    }

    @Test
    void theLoggerHasTheReferenceOfASuccessToo() {
        try (Relay relay = new Relay(local, response -> response.setHeader("X-Error-Reference", "ref-7"));
                DigiMe digiMe = local.builderFor(relay.url()).build()) {
            digiMe.describeContract(local.contract);
        }
        assertThat(local.events).singleElement().satisfies(event -> {
            assertThat(event.status()).isEqualTo(200);
            assertThat(event.reference()).isEqualTo("ref-7");
            assertThat(event.code()).isNull();
        });
    }
}
