package guides;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import me.digi.client.DigiMe;
import me.digi.client.auth.ContractDetails;
import me.digi.client.diagnostics.MicrometerObserver;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.junit.SandboxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of {@code docs/observability.md}. */
class ObservabilityTest {
    @RegisterExtension
    static final SandboxExtension extension = MyApp.atASandbox();

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void requestsAreTimed(Sandbox sandbox, ContractDetails contract) {
        // docs: metrics
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));

        DigiMe digiMe = DigiMe.builder()
                .applicationId("my-app")
                .environment(sandbox.environment()) // hidden
                .clock(sandbox.clock()) // hidden
                .observer(MicrometerObserver.of(observations))
                .build();
        // docs: end
        try (digiMe) {
            digiMe.describeContract(contract);
        }
        assertThat(meters.get("http.client.request.duration")
                        .tag("digime.operation", "describeContract")
                        .tag("http.response.status_code", "200")
                        .timer()
                        .count())
                .isOne();
    }
}
