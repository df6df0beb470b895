package me.digi.client.diagnostics;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names requests as OpenTelemetry's semantic conventions for HTTP clients do, see
 * <a href="https://opentelemetry.io/docs/specs/semconv/http/">opentelemetry.io</a>. An attribute of low cardinality is
 * always there, since Prometheus rejects meters that differ in their labels.
 */
final class MicrometerRequestConvention
        implements ObservationConvention<RequestReplySenderContext<RequestStart, RequestEvent>> {
    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof RequestReplySenderContext<?, ?> request
                && request.getCarrier() instanceof RequestStart;
    }

    @Override
    public String getName() {
        return "http.client.request.duration";
    }

    @Override
    public String getContextualName(RequestReplySenderContext<RequestStart, RequestEvent> context) {
        RequestStart start = start(context);
        return start.method() + ' ' + template(start);
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(RequestReplySenderContext<RequestStart, RequestEvent> context) {
        RequestStart start = start(context);
        RequestEvent end = context.getResponse();
        return KeyValues.of(
                KeyValue.of("digime.operation", start.operation()),
                KeyValue.of("http.request.method", start.method()),
                KeyValue.of("url.template", template(start)),
                KeyValue.of("server.address", start.host()),
                KeyValue.of("server.port", String.valueOf(start.port())),
                KeyValue.of("http.response.status_code", orNone(end == null ? null : end.status())),
                KeyValue.of("error.type", orNone(end == null ? null : failure(end))));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(RequestReplySenderContext<RequestStart, RequestEvent> context) {
        RequestStart start = start(context);
        RequestEvent end = context.getResponse();
        KeyValues values = KeyValues.empty();
        if (start.attempt() > 1) {
            values = values.and("http.request.resend_count", String.valueOf(start.attempt() - 1));
        }
        if (end != null && end.code() != null) {
            values = values.and("digime.error.code", end.code().value());
        }
        if (end != null && end.reference() != null) {
            values = values.and("digime.reference", end.reference());
        }
        return values;
    }

    /** The status of an error, or why there was no response; null if the request succeeded. */
    static @Nullable String failure(RequestEvent end) {
        Integer status = end.status();
        if (status != null) {
            return status < 400 ? null : String.valueOf(status);
        }
        return end.failure() == null ? "_OTHER" : MicrometerObserver.lowerCase(end.failure());
    }

    private static RequestStart start(RequestReplySenderContext<RequestStart, RequestEvent> context) {
        return Objects.requireNonNull(context.getCarrier(), "carrier");
    }

    private static String template(RequestStart start) {
        return '/' + start.pathTemplate();
    }

    private static String orNone(@Nullable Object value) {
        return value == null ? KeyValue.NONE_VALUE : value.toString();
    }
}
