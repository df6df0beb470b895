package me.digi.client.internal.http;

import java.io.IOException;
import java.time.Duration;
import me.digi.client.diagnostics.ClientObserver.Scope;
import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.diagnostics.RequestLogger;
import me.digi.client.diagnostics.RequestStart;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.io.ApplicationCode;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Calls the application's observer and logger for each attempt, with types that cannot contain secrets, on the waiting
 * thread: it has the caller's context, and does not block OkHttp. The start of an attempt waits for the observer, since
 * its observation would otherwise begin late. Without a logger, SLF4J is the logger, if present.
 */
final class RequestLog {
    private final @Nullable ApplicationCode<RequestEvent> logger;
    private final boolean isSlf4j;
    private final Observations observations;

    RequestLog(@Nullable RequestLogger logger, Observations observations) {
        this.isSlf4j = logger == null && OptionalLibraries.HAVE_SLF4J;
        if (isSlf4j) {
            this.logger = new ApplicationCode<>("SLF4J logger", event -> Slf4j.log(event));
        } else {
            this.logger = logger == null ? null : new ApplicationCode<>("request logger", event -> logger.log(event));
        }
        this.observations = observations;
    }

    Response around(Interceptor.Chain chain, CallContext context) throws IOException {
        ApplicationCode<RequestEvent> used = isSlf4j && !Slf4j.logsRequests() ? null : logger;
        return used == null && !observations.areOn()
                ? chain.proceed(chain.request())
                : reported(new Attempt(chain.call().request(), context, used), chain, context);
    }

    private Response reported(Attempt attempt, Interceptor.Chain chain, CallContext context) throws IOException {
        context.tasks.started(
                reason -> attempt.report(null, ServerError.NONE, reason).run());
        Response response;
        ServerError error;
        try {
            if (observations.areOn()) {
                context.tasks.run(() -> attempt.observe(observations));
            }
            response = chain.proceed(chain.request());
            error = response.isSuccessful()
                    ? ServerError.ofSuccess(response, context)
                    : ServerError.of(response, context);
        } catch (IOException | RuntimeException | Error failure) {
            context.tasks.ended(attempt.report(null, ServerError.NONE, Failures.kind(failure, context)));
            throw failure;
        }
        context.tasks.ended(attempt.report(response.code(), error, null));
        return response;
    }

    /** One attempt, and the reports with which it can end: one of them runs, on the thread that waits for the call. */
    private static final class Attempt {
        private final RequestStart start;
        private final @Nullable ApplicationCode<RequestEvent> logger;
        private final long startNanos = System.nanoTime();
        private Observing<RequestEvent> observing = Observing.nothing();
        private Scope scope = () -> {};

        Attempt(Request request, CallContext context, @Nullable ApplicationCode<RequestEvent> logger) {
            this.start = new RequestStart(
                    context.operation(),
                    request.method(),
                    context.pathTemplate(),
                    context.attempt(),
                    request.url().host(),
                    request.url().port());
            this.logger = logger;
        }

        void observe(Observations observations) {
            observing = observations.request(start);
            scope = observing.open();
        }

        Runnable report(@Nullable Integer status, ServerError error, NetworkException.@Nullable Kind failure) {
            Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
            RequestEvent event = new RequestEvent(
                    start.operation(),
                    start.method(),
                    start.pathTemplate(),
                    start.attempt(),
                    status,
                    error.code(),
                    error.reference(),
                    duration,
                    failure);
            return () -> {
                if (logger != null) {
                    logger.call(event);
                }
                scope.close();
                observing.end(event);
            };
        }
    }
}
