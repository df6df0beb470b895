package me.digi.client;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.Observation.Context;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import me.digi.client.diagnostics.MicrometerObserver;

/** A registry of Micrometer's that keeps what has ended, in order. */
final class RecordedObservations implements ObservationHandler<Context> {
    final ObservationRegistry registry = ObservationRegistry.create();
    final MicrometerObserver observer = MicrometerObserver.of(registry);
    final AtomicInteger openScopes = new AtomicInteger();
    private final List<Context> ended = new CopyOnWriteArrayList<>();

    RecordedObservations() {
        registry.observationConfig().observationHandler(this);
    }

    @Override
    public boolean supportsContext(Context context) {
        return true;
    }

    @Override
    public void onScopeOpened(Context context) {
        openScopes.incrementAndGet();
    }

    @Override
    public void onScopeClosed(Context context) {
        openScopes.decrementAndGet();
    }

    @Override
    public void onStop(Context context) {
        ended.add(context);
    }

    /** Makes a call within an observation of the application. */
    void inCall(Runnable call) {
        Observation.createNotStarted("call", registry).observe(call);
    }

    List<Context> named(String name) {
        return ended.stream().filter(context -> context.getName().equals(name)).toList();
    }

    List<Context> requests() {
        return named("http.client.request.duration");
    }

    /** The requests of this operation. */
    List<Context> requests(String operation) {
        return requests().stream()
                .filter(context -> low(context).get("digime.operation").equals(operation))
                .toList();
    }

    static Map<String, String> low(Context context) {
        return map(context.getLowCardinalityKeyValues());
    }

    static Map<String, String> high(Context context) {
        return map(context.getHighCardinalityKeyValues());
    }

    static String parent(Context context) {
        return context.getParentObservation() == null
                ? "none"
                : context.getParentObservation().getContextView().getName();
    }

    private static Map<String, String> map(Iterable<KeyValue> values) {
        Map<String, String> map = new TreeMap<>();
        values.forEach(value -> map.put(value.getKey(), value.getValue()));
        return map;
    }

    /** Everything that handlers see of them. */
    Stream<String> texts() {
        return ended.stream()
                .flatMap(context -> Stream.concat(
                        Stream.of(context.getName(), String.valueOf(context.getContextualName())),
                        StreamSupport.stream(context.getAllKeyValues().spliterator(), false)
                                .map(value -> value.getKey() + "=" + value.getValue())));
    }

    void forget() {
        ended.clear();
    }
}
