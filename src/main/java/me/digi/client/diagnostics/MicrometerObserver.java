package me.digi.client.diagnostics;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import me.digi.client.read.ReadAllSummary.End;
import me.digi.client.read.ReadProgress;
import org.jspecify.annotations.Nullable;

/**
 * Reports requests, refreshes and reading to Micrometer, whose handlers make metrics and traces of them. Requires
 * {@code micrometer-observation}, which the client does not bring. No attribute contains a secret, and nothing of a trace
 * is sent to digi.me.
 *
 * <pre>{@code
 * DigiMe.builder().observer(MicrometerObserver.of(registry))
 * }</pre>
 *
 * <p>A {@code GlobalObservationConvention} for {@code RequestReplySenderContext} whose carrier is a {@link RequestStart}
 * replaces the names and attributes of requests; its response is the {@link RequestEvent}, null at the start.
 */
public final class MicrometerObserver implements ClientObserver {
    private static final MicrometerRequestConvention REQUESTS = new MicrometerRequestConvention();

    private final ObservationRegistry registry;

    private MicrometerObserver(ObservationRegistry registry) {
        this.registry = registry;
    }

    /** Reports to the handlers of this registry. */
    public static MicrometerObserver of(ObservationRegistry registry) {
        return new MicrometerObserver(Objects.requireNonNull(registry, "registry"));
    }

    @Override
    public Observed<RequestEvent> request(RequestStart request) {
        // Its handlers would add the trace's headers to the carrier, which has none: a third party is not told of
        // traces.
        RequestReplySenderContext<RequestStart, RequestEvent> context =
                new RequestReplySenderContext<>((carrier, name, value) -> {});
        context.setCarrier(request);
        context.setRemoteServiceName("digi.me");
        Observation started = Observation.createNotStarted(null, REQUESTS, () -> context, registry)
                .start();
        return new Started<>(started, (observation, event) -> {
            context.setResponse(event);
            fail(observation, MicrometerRequestConvention.failure(event));
        });
    }

    @Override
    public Observed<RefreshEvent> refresh() {
        Observation started = Observation.start("digime.token.refresh", registry);
        return new Started<>(started, (observation, event) -> {
            observation.lowCardinalityKeyValue("outcome", lowerCase(event.outcome()));
            Throwable failure = event.failure();
            if (failure != null) {
                observation.error(failure);
            }
        });
    }

    @Override
    public Observed<ReadProgress> readAll() {
        Observation started = Observation.start("digime.read", registry);
        return new Started<>(started, (observation, event) -> {
            observation.lowCardinalityKeyValue("outcome", lowerCase(event.end()));
            observation.highCardinalityKeyValue("digime.read.files", String.valueOf(event.filesDone()));
            observation.highCardinalityKeyValue("digime.read.files.failed", String.valueOf(event.filesFailed()));
            observation.highCardinalityKeyValue("digime.read.bytes", String.valueOf(event.bytes()));
            fail(observation, event.end() == End.LIST_FAILED ? lowerCase(event.end()) : null);
        });
    }

    private static void fail(Observation observation, @Nullable String failure) {
        if (failure != null) {
            observation.error(new FailedException(failure));
        }
    }

    static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Marks a span as failed. The exception that the caller gets does not exist yet, or never will. */
    private static final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;

        FailedException(String message) {
            super(message, null, false, false);
        }
    }

    private record Started<E>(Observation observation, BiConsumer<Observation, E> ending) implements Observed<E> {
        @Override
        public Scope open() {
            Observation.Scope scope = observation.openScope();
            return () -> scope.close();
        }

        @Override
        public void end(E event) {
            ending.accept(observation, event);
            observation.stop();
        }
    }
}
