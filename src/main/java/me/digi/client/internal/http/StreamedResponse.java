package me.digi.client.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import me.digi.client.error.ContentException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** The response that a file comes in, whose body is still on the connection. */
public final class StreamedResponse implements AutoCloseable {
    private final CallContext context;
    private final Call<ResponseBody> call;
    private final Response<ResponseBody> response;
    private final ResponseBody body;
    private final OpenResponses openResponses;
    private final AtomicLong stalledNanos = new AtomicLong();
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
    }

    /** The HTTP status. */
    public int status() {
        return response.code();
    }

    /** One of its headers. */
    public @Nullable String header(String name) {
        return response.headers().get(name);
    }

    /** The length of the body, or -1 if it will show at its end alone. */
    public long length() {
        return body.contentLength();
    }

    /** The body. Where it fails, it says so by a {@link ContentException}: OkHttp sees to it that a cut is a failure. */
    public InputStream stream() {
        return new FilterInputStream(body.byteStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return watched(in, bytes, offset, length);
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
                    brokeOff(e instanceof IOException failure ? failure : new ForeignFailureException(e)));
        } finally {
            reader = null;
            openResponses.readEnds(this);
            stalledNanos.addAndGet(OpenResponses.stall(System.nanoTime() - began, count));
        }
    }

    private NetworkException brokeOff(IOException failure) {
        IOException cause = Failures.masked(failure, context);
        return switch (Failures.kind(failure, context)) {
            case TIMED_OUT -> NetworkException.timedOut(context.operation(), true, cause);
            case INTERRUPTED -> NetworkException.interrupted(context.operation(), true, cause);
            case NOT_SENT, NO_RESPONSE -> NetworkException.responseBrokeOff(context.operation(), cause);
        };
    }

    /** Ends a read that its thread was interrupted in, or that has made the response stall for longer than that in all. */
    void check(long now, long mostStallNanos) {
        Thread reading = reader;
        if (reading == null) {
            return;
        }
        if (reading.isInterrupted()) {
            end(Kind.INTERRUPTED);
        } else if (mostStallNanos > 0
                && stalledNanos.get() + OpenResponses.stall(now - readSince, 0) > mostStallNanos) {
            end(Kind.TIMED_OUT);
        }
    }

    /** Ends the response for this reason. */
    void end(Kind reason) {
        context.markEnded(reason);
        call.cancel();
    }

    /** What was asked for. */
    public String operation() {
        return context.operation();
    }

    /** Counts the stalls of a response that broke off, in whose place this one is. */
    public void goesOnAfter(StreamedResponse broken) {
        stalledNanos.addAndGet(broken.stalledNanos.get());
    }

    /** Ends the response, from any thread: whoever reads fails. No connection with the rest of a file on it is kept. */
    public void cancel() {
        call.cancel();
    }

    @Override
    public void close() {
        body.close();
    }
}
