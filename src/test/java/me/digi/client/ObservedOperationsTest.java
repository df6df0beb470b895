package me.digi.client;

import static me.digi.client.RecordedObservations.low;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.digi.client.logs.LogLines;
import org.junit.jupiter.api.Test;

/** What Micrometer and SLF4J are told of every operation: no secret, and nothing that differs from user to user in a metric. */
class ObservedOperationsTest {
    @Test
    void noAttributeAndNoLineHasASecretAndMetricsHaveAFewSeriesPerOperation() {
        PlantedSecrets secrets = new PlantedSecrets();
        try (LogLines lines = new LogLines();
                CallSetup setup = CallSetup.withoutRetries()) {
            setup.observed.forget();
            for (EveryCall call : EveryCall.values()) {
                call.make(setup);
            }
            setup.digiMe.close();

            setup.sandbox.requests().all().forEach(secrets::plant);
            secrets.plant(setup.token);
            secrets.plant(setup.session.key().value());
            setup.observed.texts().forEach(secrets::show);
            lines.all().forEach(secrets::show);
            secrets.assertNoneShows();

            Set<Set<String>> labels = setup.observed.requests().stream()
                    .map(request -> low(request).keySet())
                    .collect(Collectors.toSet());
            assertThat(labels).hasSize(1);
            assertThat(setup.observed.requests())
                    .extracting(request -> low(request).get("url.template"))
                    .allMatch(template -> template.matches("(/([a-z][a-zA-Z0-9.:-]{0,23}|(\\{[a-zA-Z]+})+))+"));
            assertThat(Stream.of(
                                    setup.accountId,
                                    setup.storageId,
                                    setup.fileName,
                                    setup.contract.contractId(),
                                    setup.session.key().value())
                            .filter(id -> setup.observed.requests().stream()
                                    .anyMatch(request ->
                                            low(request).values().stream().anyMatch(value -> value.contains(id)))))
                    .isEmpty();
            assertThat(operations(setup)).hasSizeGreaterThan(20);
        }
    }

    private static List<String> operations(CallSetup setup) {
        return setup.observed.requests().stream()
                .map(request -> low(request).get("digime.operation"))
                .distinct()
                .toList();
    }
}
