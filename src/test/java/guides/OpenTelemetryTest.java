package guides;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.stream.Stream;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.MicrometerObserver;
import me.digi.client.read.Account;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.junit.SandboxExtension;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The spans of {@code docs/observability.md}, as OpenTelemetry exports them. */
class OpenTelemetryTest {
    @RegisterExtension
    static final SandboxExtension extension = MyApp.atASandbox();

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

    @AutoClose
    private final OpenTelemetrySdk openTelemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build();

    @Test
    void requestsAndRefreshesAreSpansWithoutSecretsBelowTheCallers(Sandbox sandbox, ContractDetails contract) {
        // docs: traces
        Tracer tracer = openTelemetry.getTracer("my-app");
        OtelTracer spans = new OtelTracer(tracer, new OtelCurrentTraceContext(), event -> {});
        ObservationRegistry observations = ObservationRegistry.create();
        observations
                .observationConfig()
                .observationHandler(new ObservationHandler.FirstMatchingCompositeObservationHandler(
                        new PropagatingSenderTracingObservationHandler<>(
                                spans, new OtelPropagator(openTelemetry.getPropagators(), tracer)),
                        new DefaultTracingObservationHandler(spans)));
        // docs: end
        DigiMe digiMe = DigiMe.builder()
                .applicationId("my-app")
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .contract(contract)
                .observer(MicrometerObserver.of(observations))
                .build();
        PendingConsent pending =
                digiMe.authorize().redirectUri("https://my.app/back").start();
        Authorized consent = (Authorized) pending.read(sandbox.allow(pending.url()));
        DigiMeUser user = digiMe.signIn("user-42", consent).user();
        UserAccessToken first = user.loadToken();
        sandbox.expireAccessTokens();
        Span call = tracer.spanBuilder("call").startSpan();
        List<Account> accounts = Context.current()
                .with(call)
                .wrapSupplier(() -> user.listAccounts())
                .get();
        call.end();
        UserAccessToken second = user.loadToken();
        digiMe.close();

        assertThat(accounts).isNotEmpty();
        List<SpanData> exported = exporter.getFinishedSpanItems();
        assertThat(exported)
                .filteredOn(OpenTelemetryTest::isAccounts)
                .hasSize(2)
                .allSatisfy(span -> {
                    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
                    assertThat(span.getParentSpanId())
                            .isEqualTo(call.getSpanContext().getSpanId());
                    assertThat(attribute(span, "http.request.method")).isEqualTo("GET");
                    assertThat(attribute(span, "url.template")).isEqualTo("/permission-access/accounts");
                    assertThat(attribute(span, "server.address")).isEqualTo("127.0.0.1");
                    assertThat(attribute(span, "digime.operation")).isEqualTo("listAccounts");
                });
        assertThat(exported)
                .filteredOn(OpenTelemetryTest::isAccounts)
                .extracting(span -> attribute(span, "http.response.status_code"))
                .containsExactly("401", "200");
        SpanData refresh = exported.stream()
                .filter(span -> span.getName().equals("digime.token.refresh"))
                .findFirst()
                .orElseThrow();
        assertThat(refresh.getKind()).isEqualTo(SpanKind.INTERNAL);
        assertThat(refresh.getTraceId()).isEqualTo(call.getSpanContext().getTraceId());
        assertThat(attribute(refresh, "outcome")).isEqualTo("refreshed");
        assertThat(exported)
                .anyMatch(span -> span.getParentSpanId().equals(refresh.getSpanId())
                        && "refreshToken".equals(attribute(span, "digime.operation")));
        assertThat(exported.toString()).doesNotContain(secrets(consent, first, second));
        assertThat(sandbox.requests().all())
                .allSatisfy(request -> assertThat(request.header("traceparent")).isNull());
    }

    private static boolean isAccounts(SpanData span) {
        return span.getName().equals("GET /permission-access/accounts");
    }

    private static String attribute(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }

    private static String[] secrets(Authorized consent, UserAccessToken... pairs) {
        return Stream.concat(
                        Stream.of(consent.code().value(), consent.code().codeVerifier()),
                        Stream.of(pairs)
                                .flatMap(pair -> Stream.of(
                                        pair.accessToken().value(),
                                        pair.refreshToken().value())))
                .toArray(String[]::new);
    }
}
