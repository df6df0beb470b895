package me.digi.client.internal.http;

import java.io.IOException;
import java.time.Duration;
import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.diagnostics.RequestLogger;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Tells the application's logger of each attempt, in types that have no room for a secret. */
final class RequestLog {
    private final @Nullable RequestLogger logger;

    RequestLog(@Nullable RequestLogger logger) {
        this.logger = logger;
    }

    Response around(Interceptor.Chain chain, CallContext context) throws IOException {
        if (logger == null) {
            return chain.proceed(chain.request());
        }
        RequestEvent.Builder event = RequestEvent.builder()
                .operation(context.operation())
                .method(chain.request().method())
                .pathTemplate(PathTemplate.of(chain.request()))
                .attempt(context.attempt());
        long startNanos = System.nanoTime();
        try {
            Response response = chain.proceed(chain.request());
            ServerError error = response.isSuccessful() ? ServerError.NONE : ServerError.of(response, context);
            event.status(response.code()).code(error.code()).reference(error.reference());
            tell(logger, event.duration(since(startNanos)).build());
            return response;
        } catch (IOException failure) {
            event.failure(Failures.kind(failure, context));
            tell(logger, event.duration(since(startNanos)).build());
            throw failure;
        }
    }

    private static Duration since(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** A logger that throws is the application's to hear of, and must not cost it its answer. */
    private static void tell(RequestLogger logger, RequestEvent event) {
        try {
            logger.log(event);
        } catch (RuntimeException e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
