package me.digi.client.internal.http;

import java.io.IOException;
import java.time.Duration;
import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.diagnostics.RequestLogger;
import me.digi.client.internal.values.ApplicationCode;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tells the application's logger of each attempt, in types that have no room for a secret, on the thread that waits for the
 * call: it has the caller's context, and no thread of OkHttp's waits for it.
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
        RequestEvent.Builder event = event(chain, context);
        RequestEvent.Builder left = event(chain, context);
        long startNanos = System.nanoTime();
        context.handover()
                .started(reason -> logger.call(
                        left.failure(reason).duration(since(startNanos)).build()));
        try {
            Response response = chain.proceed(chain.request());
            event.status(response.code());
            if (response.isSuccessful()) {
                event.reference(ServerError.referenceOfSuccess(response, context));
            } else {
                ServerError error = ServerError.of(response, context);
                event.code(error.code()).reference(error.reference());
            }
            return response;
        } catch (IOException | RuntimeException | Error failure) {
            event.failure(Failures.kind(failure, context));
            throw failure;
        } finally {
            RequestEvent ended = event.duration(since(startNanos)).build();
            context.handover().ended(() -> logger.call(ended));
        }
    }

    private static RequestEvent.Builder event(Interceptor.Chain chain, CallContext context) {
        return RequestEvent.builder()
                .operation(context.operation())
                .method(chain.request().method())
                .pathTemplate(PathTemplate.of(chain.call().request()))
                .attempt(context.attempt());
    }

    private static Duration since(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
