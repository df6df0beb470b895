package me.digi.client.internal.http;

import java.io.IOException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import okio.AsyncTimeout;
import retrofit2.Call;

/** What an answer needs that is read as it comes, after its call has returned. */
public final class AnswerStreams {
    private AnswerStreams() {}

    /**
     * Ends the bound on the whole call, which is for getting an answer: a large file may take its time, as long as its
     * bytes keep coming. OkHttp would let it run on until the last byte.
     */
    public static void letTakeItsTime(Call<?> call) {
        if (call.timeout() instanceof AsyncTimeout wholeCall) {
            wholeCall.exit();
        }
    }

    /** What it means that a stream failed. */
    public static NetworkException brokeOff(CallContext context, IOException failure) {
        Kind kind = Failures.kind(failure, context);
        IOException cause = Failures.masked(failure, context);
        return switch (kind) {
            case TIMED_OUT -> NetworkException.timedOut(context.operation(), true, cause);
            case INTERRUPTED -> NetworkException.interrupted(context.operation(), true, cause);
            case NOT_SENT, NO_ANSWER -> NetworkException.answerBrokeOff(context.operation(), cause);
        };
    }
}
