package me.digi.client.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import me.digi.client.DigiMe;
import me.digi.client.Environment;
import me.digi.client.auth.ContractDetails;
import me.digi.client.error.ApiException;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.junit.SandboxTest;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Each property has its effect, and errors in its value name it. */
@SandboxTest
class DigiMePropertiesTest {
    private final Sandbox sandbox;
    private final String pem;
    private final ApplicationContextRunner runner;

    DigiMePropertiesTest(Sandbox sandbox) {
        this.sandbox = sandbox;
        pem = sandbox.privateKeyPem(sandbox.contract());
        runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DigiMeAutoConfiguration.class))
                .withPropertyValues("digime.application-id=my-app", "digime.contract.id=my-contract")
                .withPropertyValues("digime.contract.private-key=" + pem);
    }

    @ParameterizedTest
    @CsvSource({
        "digime.application-id, ''",
        "digime.contract.id, ''",
        "digime.contract.private-key, ''",
        "digime.contract.private-key, SECRET",
        "digime.contract.private-key, file:/no/such/file",
        "digime.contract.private-key, classpath:no-such-file",
        "digime.environment.base-url, ftp://x/",
        "digime.environment.base-url, http://not.loopback.example/",
        "digime.environment.onboard-url, x",
        "digime.environment.cloud-url, https:///",
        "digime.connect-timeout, 0s",
        "digime.connect-timeout, soon",
        "digime.read-timeout, 0s",
        "digime.write-timeout, 25h",
        "digime.call-timeout, -1s",
        "digime.stall-timeout, 0s",
        "digime.retry.limit, -1",
        "digime.retry.statuses, 200",
        "digime.retry.base-delay, -1s",
        "digime.retry.base-delay, 11s",
        "digime.retry.max-delay, 25h",
        "digime.retry.jitter, 2",
        "digime.retry.max-retry-after, 25h",
        "digime.store.type, jdbc",
        "digime.store.type, file",
        "digime.store.type, redis",
        "digime.store.encryption-keys[0].id, a",
        "digime.store.encryption-keys[0].key, U0VDUkVU"
    })
    void badValueStopsTheApplicationAndIsNamed(String property, String value) {
        runner.withPropertyValues(property + '=' + value).run(context -> {
            assertThat(context).hasFailed();
            assertThat(messages(context.getStartupFailure()))
                    .contains(property.replaceAll("\\[0].*", ""))
                    .doesNotContain("SECRET", "U0VDUkVU");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "digime.consent.redirect-uri, ''",
        "digime.consent.redirect-uri, /back",
        "digime.consent.redirect-uri, https://my.app",
        "digime.consent.redirect-uri, https://my.app/back#part",
        "digime.consent.path, digime",
        "digime.consent.path, /",
        "digime.consent.path, /digime/",
        "digime.consent.path, /digime?x=1",
        "digime.consent.success-path, //evil.example",
        "digime.consent.refused-path, https://evil.example/"
    })
    void badAddressStopsTheApplicationAndIsNamed(String property, String value) {
        new WebApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DigiMeAutoConfiguration.class, DigiMeWebAutoConfiguration.class))
                .withPropertyValues(
                        "digime.application-id=my-app",
                        "digime.contract.id=my-contract",
                        "digime.contract.private-key=" + pem,
                        "digime.consent.enabled=true",
                        "digime.consent.redirect-uri=https://my.app/back",
                        property + '=' + value)
                .run(context ->
                        assertThat(messages(context.getStartupFailure())).contains(property));
    }

    @Test
    void blanksThatAFileKeepsAtTheEndOfALineAreNotPartOfAnId() {
        Map<String, Object> file = Map.of("digime.application-id", "my-app ", "digime.contract.id", "my-contract\t");
        runner.withInitializer(context ->
                        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("file", file)))
                .run(context -> assertThat(
                                context.getBean(ContractDetails.class).contractId())
                        .isEqualTo("my-contract"));
    }

    @Test
    void badValueIsReportedInAFewLines() {
        FailureAnalyzer analyzer =
                SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (type, name, failure) -> {})
                        .stream()
                        .filter(InvalidPropertyAnalyzer.class::isInstance)
                        .findAny()
                        .orElseThrow();
        runner.withPropertyValues("digime.contract.id=")
                .run(context -> assertThat(
                                analyzer.analyze(context.getStartupFailure()).getDescription())
                        .isEqualTo("digime.contract.id is not set"));
    }

    @Test
    void privateKeyIsATextOrALocation(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("key.pem"), pem);
        ClassLoader classPath = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
        for (String key : Set.of(pem, pem.replace("\n", "\\n"), file.toUri().toString(), "classpath:key.pem")) {
            runner.withClassLoader(classPath)
                    .withPropertyValues("digime.contract.private-key=" + key)
                    .run(context -> assertThat(context.getBean(ContractDetails.class))
                            .satisfies(contract ->
                                    assertThat(contract.contractId()).isEqualTo("my-contract"))
                            .satisfies(contract -> assertThat(contract.privateKey())
                                    .isEqualTo(sandbox.contract().privateKey())));
        }
    }

    @Test
    void defaultsAreThoseOfTheClient() {
        runner.run(context -> {
            DigiMeProperties properties = context.getBean(DigiMeProperties.class);
            assertThat(DigiMeAutoConfiguration.retryPolicy(properties.retry())).isEqualTo(RetryPolicy.defaults());
            assertThat(context.getBean(DigiMeConnectionDetails.class).environment())
                    .isEqualTo(Environment.production());
        });
    }

    @Test
    void valuesReachTheProperties() {
        runner.withPropertyValues(
                        "digime.connect-timeout=1s",
                        "digime.read-timeout=2s",
                        "digime.write-timeout=3s",
                        "digime.call-timeout=4s",
                        "digime.stall-timeout=5s",
                        "digime.retry.limit=5",
                        "digime.retry.statuses=503,504",
                        "digime.retry.base-delay=1s",
                        "digime.retry.max-delay=2s",
                        "digime.retry.jitter=0.1",
                        "digime.retry.max-retry-after=3s")
                .run(context -> {
                    DigiMeProperties properties = context.getBean(DigiMeProperties.class);
                    assertThat(properties)
                            .extracting(
                                    DigiMeProperties::connectTimeout,
                                    DigiMeProperties::readTimeout,
                                    DigiMeProperties::writeTimeout,
                                    DigiMeProperties::callTimeout,
                                    DigiMeProperties::stallTimeout)
                            .containsExactly(seconds(1), seconds(2), seconds(3), seconds(4), seconds(5));
                    assertThat(DigiMeAutoConfiguration.retryPolicy(properties.retry()))
                            .isEqualTo(RetryPolicy.builder()
                                    .limit(5)
                                    .addStatuses(503, 504)
                                    .baseDelay(seconds(1))
                                    .maxDelay(seconds(2))
                                    .jitter(0.1)
                                    .maxRetryAfter(seconds(3))
                                    .build());
                });
    }

    @Test
    void propertiesReachTheClient() {
        sandbox.failNext(Operation.DESCRIBE_CONTRACT, CannedResponse.empty(503));
        runner.withPropertyValues(
                        "digime.application-id=" + sandbox.applicationId(),
                        "digime.contract.id=" + sandbox.contract().contractId(),
                        "digime.environment.base-url=" + sandbox.environment().baseUrl(),
                        "digime.retry.limit=0")
                .withBean(DigiMeCustomizer.class, () -> builder -> builder.clock(sandbox.clock()))
                .run(context -> {
                    DigiMe digiMe = context.getBean(DigiMe.class);
                    Assertions.assertThatExceptionOfType(ApiException.class)
                            .isThrownBy(digiMe::describeContract)
                            .satisfies(e -> assertThat(e.status()).isEqualTo(503));
                });
    }

    @Test
    void secretsDoNotPrint() {
        runner.withPropertyValues(
                        "digime.store.encryption-keys[0].id=2026-11",
                        "digime.store.encryption-keys[0].key=" + "QUFB".repeat(10) + "QUE=")
                .run(context -> assertThat(
                                context.getBean(DigiMeProperties.class).toString())
                        .contains("my-contract", "2026-11")
                        .doesNotContain("PRIVATE KEY", "QUFB"));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static String messages(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.append(cause).append('\n');
        }
        return messages.toString();
    }
}
