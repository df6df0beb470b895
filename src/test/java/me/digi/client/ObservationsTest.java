package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static me.digi.client.RecordedObservations.high;
import static me.digi.client.RecordedObservations.low;
import static me.digi.client.RecordedObservations.parent;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.Observation.Context;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import me.digi.client.diagnostics.ClientObserver;
import me.digi.client.diagnostics.MicrometerObserver;
import me.digi.client.diagnostics.RefreshEvent;
import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.diagnostics.RequestStart;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.read.ReadProgress;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Micrometer's observations of requests and reading. */
class ObservationsTest {
    private final LocalDigiMe local = new LocalDigiMe();
    private final RecordedObservations observed = new RecordedObservations();
    private final DigiMe digiMe = local.builder().observer(observed.observer).build();

    @AfterEach
    void close() {
        digiMe.close();
        local.close();
        assertThat(observed.openScopes).hasValue(0);
        assertThat(observed.registry.getCurrentObservation()).isNull();
    }

    private DigiMeUser user() {
        DigiMeUser user = KnownUser.of(digiMe, local.contract, local.token());
        observed.forget();
        return user;
    }

    @Test
    void aRequestIsNamedAsOpenTelemetryNamesIt() {
        user().listAccounts();
        assertThat(observed.requests()).singleElement().satisfies(request -> {
            assertThat(request.getContextualName()).isEqualTo("GET /permission-access/accounts");
            assertThat(low(request))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "digime.operation", "listAccounts",
                            "http.request.method", "GET",
                            "http.response.status_code", "200",
                            "url.template", "/permission-access/accounts",
                            "server.address",
                                    local.sandbox.environment().baseUrl().getHost(),
                            "server.port",
                                    String.valueOf(local.sandbox
                                            .environment()
                                            .baseUrl()
                                            .getPort()),
                            "error.type", "none"));
            assertThat(high(request)).isEmpty();
            assertThat(request.getError()).isNull();
        });
    }

    @Test
    void anHttpErrorIsOneWithItsStatusCodeAndReference() {
        DigiMeUser user = user();
        local.sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.error(406, "InvalidClient", "no"));
        ApiException failure = thrownBy(ApiException.class, user::listAccounts);
        assertThat(observed.requests()).singleElement().satisfies(request -> {
            assertThat(low(request))
                    .containsEntry("http.response.status_code", "406")
                    .containsEntry("error.type", "406");
            assertThat(high(request)).containsEntry("digime.error.code", "InvalidClient");
            assertThat(high(request).get("digime.reference")).isEqualTo(failure.reference());
            assertThat(request.getError()).hasMessage("406");
        });
    }

    @Test
    void aRequestWithoutAResponseIsAnErrorWithTheReason() {
        DigiMeUser user = user();
        local.sandbox.failNext(Operation.PUSH_TO_LIBRARY, Delivery.DROP_AFTER);
        local.sandbox.failNext(Operation.START_SESSION, Delivery.DROP_AFTER);
        thrownBy(NetworkException.class, user::startSession);
        assertThat(observed.requests("startSession")).isNotEmpty().allSatisfy(request -> {
            assertThat(low(request))
                    .containsEntry("http.response.status_code", "none")
                    .containsEntry("error.type", "no_response");
            assertThat(request.getError()).hasMessage("no_response");
        });
    }

    @Test
    void eachRetryIsARequestThatIsCounted() {
        DigiMeUser user = user();
        local.sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.error(503, "x", "later"));
        local.sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.error(503, "x", "later"));
        observed.inCall(user::listAccounts);
        assertThat(observed.requests())
                .extracting(request -> low(request).get("http.response.status_code"))
                .containsExactly("503", "503", "200");
        assertThat(observed.requests())
                .extracting(request -> high(request).get("http.request.resend_count"))
                .containsExactly(null, "1", "2");
        assertThat(observed.requests()).allMatch(request -> parent(request).equals("call"));
    }

    @Test
    void aRequestIsCurrentWhileItRunsAndLogged() {
        List<Observation> current = new CopyOnWriteArrayList<>();
        try (DigiMe logging = digiMe.toBuilder()
                .logger(event -> current.add(observed.registry.getCurrentObservation()))
                .build()) {
            observed.inCall(() -> logging.describeContract(local.contract));
        }
        assertThat(current).singleElement().satisfies(observation -> {
            assertThat(observation.getContext()).isEqualTo(observed.requests().get(0));
            assertThat(parent(observed.requests().get(0))).isEqualTo("call");
        });
    }

    @Test
    void anInterruptedRequestEndsAndLeavesNothingCurrent() {
        DigiMeUser user = user();
        local.sandbox.failNext(Operation.LIST_ACCOUNTS, Delivery.STALL);
        Thread caller = Thread.currentThread();
        Thread interrupting = new Thread(() -> {
            awaitRequest();
            caller.interrupt();
        });
        interrupting.start();
        thrownBy(NetworkException.class, user::listAccounts);
        assertThat(Thread.interrupted()).isTrue();
        local.sandbox.release();
        assertThat(observed.requests())
                .singleElement()
                .satisfies(request -> assertThat(low(request)).containsEntry("error.type", "interrupted"));
    }

    private void awaitRequest() {
        try {
            local.sandbox.requests().await(Operation.LIST_ACCOUNTS, 1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readingAllFilesIsOneObservationWithItsRequestsInIt() {
        DigiMeUser user = user();
        observed.inCall(() -> user.files(user.startSession()).readAll(file -> file.readBytes()));
        Context reading = observed.named("digime.read").get(0);
        assertThat(parent(reading)).isEqualTo("call");
        assertThat(low(reading)).containsExactly(Map.entry("outcome", "sync_ended"));
        assertThat(Integer.parseInt(high(reading).get("digime.read.files"))).isPositive();
        assertThat(Long.parseLong(high(reading).get("digime.read.bytes"))).isPositive();
        assertThat(high(reading)).containsEntry("digime.read.files.failed", "0");
        assertThat(observed.requests("downloadFile"))
                .hasSize(Integer.parseInt(high(reading).get("digime.read.files")))
                .allMatch(request -> parent(request).equals("digime.read"));
        assertThat(observed.requests("listFiles"))
                .allMatch(request -> parent(request).equals("digime.read"));
        assertThat(parent(observed.requests("startSession").get(0))).isEqualTo("call");
    }

    @Test
    void theHandlerOfAFileRunsInTheReading() {
        DigiMeUser user = user();
        List<String> current = new CopyOnWriteArrayList<>();
        user.files(user.startSession())
                .readAll(file -> current.add(
                        observed.registry.getCurrentObservation().getContext().getName()));
        assertThat(current).isNotEmpty().containsOnly("digime.read");
    }

    @Test
    void aListThatFailsIsAnErrorOfTheReading() {
        DigiMeUser user = user();
        local.sandbox.failNext(Operation.LIST_FILES, CannedResponse.error(404, "x", "gone"));
        thrownBy(DigiMeException.class, () -> user.files(user.startSession()).readAll(file -> file.readBytes()));
        Context reading = observed.named("digime.read").get(0);
        assertThat(low(reading)).containsExactly(Map.entry("outcome", "list_failed"));
        assertThat(reading.getError()).hasMessage("list_failed");
    }

    /** Adds the headers of a trace, like the handlers of tracing libraries. */
    @Test
    void nothingOfATraceIsSent() {
        observed.registry.observationConfig().observationHandler(new AddsHeaders());
        digiMe.describeContract(local.contract);
        assertThat(observed.requests()).isNotEmpty();
        assertThat(local.last(Operation.DESCRIBE_CONTRACT).header("traceparent"))
                .isNull();
    }

    @Test
    void anApplicationCanRenameRequests() {
        observed.registry.observationConfig().observationConvention(new ShortNames());
        digiMe.describeContract(local.contract);
        assertThat(observed.named("digime.requests")).isNotEmpty();
        assertThat(observed.requests()).isEmpty();
    }

    @Test
    void anObserverThatThrowsBreaksNothing() {
        try (DigiMe broken = digiMe.toBuilder().observer(new BrokenObserver()).build()) {
            DigiMeUser user = KnownUser.of(broken, local.contract, local.token());
            local.sandbox.clock().advance(Duration.ofDays(2));
            assertThat(user.listAccounts()).isNotEmpty();
            assertThat(user.files(user.startSession())
                            .readAll(file -> file.readBytes())
                            .files())
                    .isNotEmpty();
        }
        ObservationRegistry failing = ObservationRegistry.create();
        failing.observationConfig().observationHandler(new FailingHandler());
        try (DigiMe broken =
                digiMe.toBuilder().observer(MicrometerObserver.of(failing)).build()) {
            assertThat(broken.describeContract(local.contract)).isNotNull();
        }
    }

    private static final class AddsHeaders implements ObservationHandler<RequestReplySenderContext<Object, ?>> {
        @Override
        public void onStart(RequestReplySenderContext<Object, ?> context) {
            context.getSetter().set(context.getCarrier(), "traceparent", "00-1-2-01");
        }

        @Override
        public boolean supportsContext(Context context) {
            return context instanceof RequestReplySenderContext;
        }
    }

    private static final class ShortNames
            implements io.micrometer.observation.GlobalObservationConvention<RequestReplySenderContext<?, ?>> {
        @Override
        public boolean supportsContext(Context context) {
            return context instanceof RequestReplySenderContext<?, ?> sender
                    && sender.getCarrier() instanceof RequestStart;
        }

        @Override
        public String getName() {
            return "digime.requests";
        }
    }

    private static final class FailingHandler implements ObservationHandler<Context> {
        @Override
        public void onStop(Context context) {
            throw new IllegalStateException("a handler that fails");
        }

        @Override
        public boolean supportsContext(Context context) {
            return true;
        }
    }

    private static final class BrokenObserver implements ClientObserver {
        @Override
        public Observed<RequestEvent> request(RequestStart request) {
            throw new IllegalStateException("an observer that fails at the start");
        }

        @Override
        public Observed<RefreshEvent> refresh() {
            return new Observed<>() {
                @Override
                public Scope open() {
                    return () -> {
                        throw new IllegalStateException("an observer that fails at the end of a scope");
                    };
                }

                @Override
                public void end(RefreshEvent event) {
                    throw new AssertionError("an observer that fails at the end");
                }
            };
        }

        @Override
        public Observed<ReadProgress> readAll() {
            return new Observed<>() {
                @Override
                public Scope open() {
                    throw new IllegalStateException("an observer that opens nothing");
                }

                @Override
                public void end(ReadProgress event) {}
            };
        }
    }
}
