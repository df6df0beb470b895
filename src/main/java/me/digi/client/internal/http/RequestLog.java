package me.digi.client.internal.http;

import java.io.IOException;
import java.time.Duration;
import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.diagnostics.RequestLogger;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.io.ApplicationCode;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Calls the application's logger for each attempt, with types that cannot contain secrets, on the waiting thread: it
 * has the caller's context, and does not block OkHttp.
 */
final class RequestLog {
    private final @Nullable ApplicationCode<RequestEvent> logger;

    RequestLog(@Nullable RequestLogger logger) {
        this.logger = logger == null ? null : new ApplicationCode<>("request logger", event -> logger.log(event));
    }

    Response around(Interceptor.Chain chain, CallContext context) throws IOException {
        return logger == null ? chain.proceed(chain.request()) : logged(logger, chain, context);
    }

    private static Response logged(ApplicationCode<RequestEvent> logger, Interceptor.Chain chain, CallContext context)
            throws IOException {
        Attempt attempt = new Attempt(
                context.operation(),
                chain.request().method(),
                PathTemplate.of(chain.call().request()),
                context.attempt(),
                System.nanoTime());
        context.tasks().started(reason -> logger.call(attempt.failed(reason)));
        Response response;
        ServerError error;
        try {
            response = chain.proceed(chain.request());
            error = response.isSuccessful()
                    ? ServerError.ofSuccess(response, context)
                    : ServerError.of(response, context);
        } catch (IOException | RuntimeException | Error failure) {
            RequestEvent failed = attempt.failed(Failures.kind(failure, context));
            context.tasks().ended(() -> logger.call(failed));
            throw failure;
        }
        RequestEvent responded = attempt.responded(response.code(), error);
        context.tasks().ended(() -> logger.call(responded));
        return response;
    }

    private record Attempt(String operation, String method, String pathTemplate, int number, long startNanos) {
        RequestEvent responded(int status, ServerError error) {
            return event(status, error, null);
        }

        RequestEvent failed(NetworkException.@Nullable Kind failure) {
            return event(null, ServerError.NONE, failure);
        }

        private RequestEvent event(
                @Nullable Integer status, ServerError error, NetworkException.@Nullable Kind failure) {
            Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
            return new RequestEvent(
                    operation,
                    method,
                    pathTemplate,
                    number,
                    status,
                    error.code(),
                    error.reference(),
                    duration,
                    failure);
        }
    }
}
