package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Retries requests where that is safe and can help, within the application's policy. */
final class RetryInterceptor implements Interceptor {
    private final Clock clock;
    private final Backoff backoff;
    private final RequestLog log;

    RetryInterceptor(HttpSettings settings, Backoff backoff) {
        this.clock = settings.clock();
        this.backoff = backoff;
        this.log = new RequestLog(settings.logger(), settings.observations());
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallContext context = CallContext.of(chain);
        for (int attempt = 1; ; attempt++) {
            context.startAttempt(attempt);
            Duration pause;
            try {
                Response response = log.around(chain, context);
                pause = isSpent(chain.request()) ? null : pauseAfter(response, context);
                if (pause == null || !isWorthwhile(chain, pause) || !context.startPause()) {
                    return response;
                }
                response.close();
                context.beforeReplay();
            } catch (IOException failure) {
                pause = pauseAfter(failure, context);
                if (pause == null || !isWorthwhile(chain, pause) || !context.startPause()) {
                    throw failure;
                }
            }
            sleep(pause);
        }
    }

    /** One-shot content is consumed once there is a response. */
    private static boolean isSpent(Request request) {
        return request.body() != null && request.body().isOneShot();
    }

    private @Nullable Duration pauseAfter(Response response, CallContext context) {
        if (response.isSuccessful() || !backoff.allows(context.attempt()) || context.isReplayed()) {
            return null;
        }
        Duration asked = RetryAfter.of(response.headers(), clock);
        boolean mayRepeat = backoff.policy().statuses().contains(response.code())
                && context.repeatability().allowsRetryAfter(response.code(), asked != null);
        if (!mayRepeat || (asked != null && asked.compareTo(backoff.policy().maxRetryAfter()) > 0)) {
            return null;
        }
        Duration pause = backoff.delay(context.attempt());
        return asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    }

    private @Nullable Duration pauseAfter(IOException failure, CallContext context) {
        boolean mayRepeat = !context.wasSent() || context.repeatability() == Repeatability.SAFE;
        boolean mayHelp = !(failure instanceof PassedFailureException
                || failure instanceof ContentFailedException
                || failure instanceof MalformedResponseException
                || failure instanceof SSLHandshakeException
                || failure instanceof SSLPeerUnverifiedException);
        return mayRepeat && mayHelp && backoff.allows(context.attempt()) ? backoff.delay(context.attempt()) : null;
    }

    /** False after cancellation, or if the deadline is before the next attempt. */
    private boolean isWorthwhile(Interceptor.Chain chain, Duration pause) {
        Duration left = CallContext.of(chain).deadline.left();
        return !chain.call().isCanceled() && pause.compareTo(left) < 0;
    }

    private void sleep(Duration pause) throws InterruptedIOException {
        try {
            backoff.lifetime().sleep(pause);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted while waiting for the next attempt");
        }
    }
}
