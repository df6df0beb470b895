package me.digi.client.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import me.digi.client.DigiMe;
import me.digi.client.auth.ContractDetails;
import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.diagnostics.RequestLogger;
import me.digi.client.diagnostics.TokenListener;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.TokenStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The beans, and that an application's own replace them. */
class DigiMeAutoConfigurationTest {
    @AutoClose
    private Sandbox sandbox;

    private ApplicationContextRunner runner;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start();
        runner = new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DigiMeAutoConfiguration.class, DigiMeWebAutoConfiguration.class))
                .withPropertyValues(
                        "digime.application-id=" + sandbox.applicationId(),
                        "digime.contract.id=" + sandbox.contract().contractId(),
                        "digime.contract.private-key=" + sandbox.privateKeyPem(sandbox.contract()),
                        "digime.environment.base-url=" + sandbox.environment().baseUrl(),
                        "digime.environment.onboard-url="
                                + sandbox.environment().onboardUrl(),
                        "digime.environment.cloud-url=" + sandbox.environment().cloudUrl())
                .withBean(Clock.class, () -> sandbox.clock());
    }

    @Test
    void propertiesConfigureAClientWithADefaultContract() {
        runner.run(context -> {
            assertThat(context).hasSingleBean(ContractDetails.class).hasSingleBean(TokenStore.class);
            assertThat(context.getBean(DigiMe.class).describeContract()).isNotNull();
            assertThat(context).doesNotHaveBean(UserKeyResolver.class); // it is not a web application
        });
    }

    @Test
    void clientIsClosedWithTheContext() {
        runner.run(context -> {
            DigiMe digiMe = context.getBean(DigiMe.class);
            context.getSourceApplicationContext().close();
            assertThatIllegalStateException().isThrownBy(digiMe::describeContract);
        });
    }

    @Test
    void applicationsClientReplacesTheDefault() {
        DigiMe own = DigiMe.builder().applicationId("own").build();
        runner.withBean(DigiMe.class, () -> own)
                .run(context -> assertThat(context.getBean(DigiMe.class)).isSameAs(own));
    }

    @Test
    void applicationsContractReplacesTheProperties() {
        ContractDetails own = sandbox.addContract("own", ContractKind.READ);
        runner.withPropertyValues("digime.contract.id=", "digime.contract.private-key=")
                .withBean(ContractDetails.class, () -> own)
                .run(context -> {
                    assertThat(context.getBean(ContractDetails.class)).isSameAs(own);
                    assertThat(context.getBean(DigiMe.class).describeContract()).isNotNull();
                });
    }

    @Test
    void severalContractsLeaveTheClientWithoutADefault() {
        runner.withBean("first", ContractDetails.class, () -> sandbox.contract())
                .withBean("second", ContractDetails.class, () -> sandbox.addContract("second", ContractKind.READ))
                .run(context -> {
                    DigiMe digiMe = context.getBean(DigiMe.class);
                    assertThatIllegalStateException().isThrownBy(digiMe::describeContract);
                    assertThat(digiMe.describeContract(context.getBean("second", ContractDetails.class)))
                            .isNotNull();
                });
    }

    @Test
    void applicationsTokenStoreReplacesTheDefault() {
        TokenStore own = new InMemoryTokenStore();
        runner.withBean(TokenStore.class, () -> own)
                .withPropertyValues("digime.store.type=jdbc")
                .run(context -> assertThat(context.getBean(TokenStore.class)).isSameAs(own));
    }

    @Test
    void connectionDetailsReplaceTheProperties() {
        runner.withPropertyValues("digime.application-id=", "digime.contract.id=", "digime.environment.base-url=no")
                .withBean(DigiMeConnectionDetails.class, () -> new AtASandbox(sandbox))
                .run(context -> assertThat(context.getBean(DigiMe.class).describeContract())
                        .isNotNull());
    }

    @Test
    void loggerListenerAndClockOfTheApplicationAreUsed() {
        List<RequestEvent> requests = Collections.synchronizedList(new ArrayList<>());
        sandbox.clock().advance(Duration.ofDays(30)); // otherwise the sandbox refuses the timestamps
        runner.withBean(RequestLogger.class, () -> requests::add)
                .withBean(TokenListener.class, () -> event -> {})
                .run(context -> {
                    context.getBean(DigiMe.class).describeContract();
                    assertThat(requests).hasSize(1);
                });
    }

    @Test
    void customizersAreCalledLast() {
        List<RequestEvent> requests = Collections.synchronizedList(new ArrayList<>());
        runner.withBean(RequestLogger.class, () -> event -> {})
                .withBean(DigiMeCustomizer.class, () -> builder -> builder.logger(requests::add))
                .run(context -> {
                    context.getBean(DigiMe.class).describeContract();
                    assertThat(requests).hasSize(1);
                });
    }

    private record AtASandbox(Sandbox sandbox) implements DigiMeConnectionDetails {
        @Override
        public String applicationId() {
            return sandbox.applicationId();
        }

        @Override
        public me.digi.client.Environment environment() {
            return sandbox.environment();
        }

        @Override
        public ContractDetails contract() {
            return sandbox.contract();
        }
    }
}
