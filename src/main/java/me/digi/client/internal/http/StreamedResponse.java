package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import me.digi.client.error.ContentException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.internal.io.BulkInputStream;
import okhttp3.ResponseBody;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** A response whose body is still on the connection. */
public final class StreamedResponse implements AutoCloseable {
    private final CallContext context;
    private final Call<ResponseBody> call;
    private final Response<ResponseBody> response;
    private final ResponseBody body;
    private final OpenResponses openResponses;
    private final AtomicLong stalledNanos = new AtomicLong();
    /** Whether the read timeout is enforced here. Not for a decoded body, where one read may be many of the network. */
    private final boolean isWatchedHere;

    private volatile @Nullable Thread reader;
    private volatile long readSince;

    StreamedResponse(
            CallContext context,
            Call<ResponseBody> call,
            Response<ResponseBody> response,
            ResponseBody body,
            OpenResponses openResponses) {
        this.context = context;
        this.call = call;
        this.response = response;
        this.body = body;
        this.openResponses = openResponses;
        this.isWatchedHere = body.contentLength() >= 0;
        if (isWatchedHere) {
            // OkHttp's timeout wakes its watchdog for each 8 KiB, which costs as much as reading them.
            Timeout unused = body.source().timeout().clearTimeout();
        }
    }

    public int status() {
        return response.code();
    }

    public @Nullable String header(String name) {
        return response.headers().get(name);
    }

    /** -1 if unknown. */
    public long length() {
        return body.contentLength();
    }

    /** The body. Failures, truncation included, are {@link ContentException}s. */
    public InputStream stream() {
        InputStream in = body.byteStream();
        // Not a FilterInputStream, whose skip() would not be watched.
        return new BulkInputStream() {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return watched(in, bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    private int watched(InputStream in, byte[] bytes, int offset, int length) throws IOException {
        long began = System.nanoTime();
        readSince = began;
        reader = Thread.currentThread();
        openResponses.readBegins(this);
        int count = 0;
        try {
            count = in.read(bytes, offset, length);
            return count;
        } catch (IOException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                context.markEnded(Kind.INTERRUPTED);
            }
            throw new ContentException(
                    readFailure(e instanceof IOException failure ? failure : new UncheckedFailureException(e)));
        } finally {
            reader = null;
            openResponses.readEnds(this);
            stalledNanos.addAndGet(OpenResponses.stall(System.nanoTime() - began, count));
        }
    }

    private NetworkException readFailure(IOException failure) {
        IOException cause = Failures.masked(failure, context);
        return switch (Failures.kind(failure, context)) {
            case TIMED_OUT -> NetworkException.timedOut(context.operation(), true, cause);
            case INTERRUPTED -> NetworkException.interrupted(context.operation(), true, cause);
            case NOT_SENT, NO_RESPONSE -> NetworkException.responseBrokeOff(context.operation(), cause);
        };
    }

    /** Cancels the response if its thread was interrupted, a read takes too long, or it has stalled for too long in total. */
    void check(long now, long maxStallNanos, long maxReadNanos) {
        Thread reading = reader;
        if (reading == null) {
            return;
        }
        if (reading.isInterrupted()) {
            end(Kind.INTERRUPTED);
        } else if (isOver(now - readSince, isWatchedHere ? maxReadNanos : 0)
                || isOver(stalledNanos.get() + OpenResponses.stall(now - readSince, 0), maxStallNanos)) {
            end(Kind.TIMED_OUT);
        }
    }

    private static boolean isOver(long nanos, long limit) {
        return limit > 0 && nanos > limit;
    }

    void end(Kind reason) {
        context.markEnded(reason);
        call.cancel();
    }

    public String operation() {
        return context.operation();
    }

    /** Adds the stalls of the broken response that this one replaces. */
    public void continues(StreamedResponse broken) {
        stalledNanos.addAndGet(broken.stalledNanos.get());
    }

    /** Cancels the response from any thread: reads fail, and the connection is not reused. */
    public void cancel() {
        call.cancel();
    }

    @Override
    public void close() {
        body.close();
    }
}
