package me.digi.client.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import me.digi.client.DigiMe;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.spring.sandbox.SandboxConfiguration;
import me.digi.client.store.JdbcTokenStore;
import me.digi.client.store.TokenStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Metrics, traces and health of an application with Spring Boot. */
class DigiMeMonitoringTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(SandboxConfiguration.class)
            .withConfiguration(
                    AutoConfigurations.of(DigiMeAutoConfiguration.class, DigiMeHealthAutoConfiguration.class));

    @Test
    void requestsAreObservedByTheApplicationsRegistry() {
        List<String> observed = new CopyOnWriteArrayList<>();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context context) {
                observed.add(context.getName());
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        runner.withBean(ObservationRegistry.class, () -> registry).run(context -> {
            context.getBean(DigiMe.class).describeContract();
            assertThat(observed).containsExactly("http.client.request.duration");
        });
    }

    @Test
    void thereIsAClientWithoutMicrometerAndWithoutHealth() {
        runner.withClassLoader(new FilteredClassLoader(
                        ObservationRegistry.class.getPackageName(), "org.springframework.boot.actuate"))
                .run(context -> assertThat(context)
                        .hasSingleBean(DigiMe.class)
                        .doesNotHaveBean("digiMeObservations")
                        .doesNotHaveBean("digiMeHealthIndicator"));
    }

    @Test
    void healthIsUpWhileTheStoreCanBeRead() {
        runner.run(context -> {
            assertThat(health(context.getBean(HealthIndicator.class))).isEqualTo(Status.UP);
            assertThat(context.getBean(Sandbox.class).requests().all()).isEmpty();
        });
    }

    @Test
    void healthIsDownWhileTheStoreCannotBeRead() {
        runner.withBean(TokenStore.class, () -> new JdbcTokenStore(new JdbcDataSource())) // without a URL
                .run(context -> assertThat(health(context.getBean(HealthIndicator.class)))
                        .isEqualTo(Status.DOWN));
    }

    @Test
    void applicationCanTurnHealthOff() {
        runner.withPropertyValues("management.health.digime.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("digiMeHealthIndicator"));
    }

    private static Status health(HealthIndicator indicator) {
        return indicator.health().getStatus();
    }
}
