package me.digi.client.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import me.digi.client.error.ContentException;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** The answer that a file comes in, whose body is still on the connection. */
public final class StreamedAnswer implements AutoCloseable {
    private final CallContext context;
    private final Call<ResponseBody> call;
    private final Response<ResponseBody> response;
    private final ResponseBody body;

    StreamedAnswer(CallContext context, Call<ResponseBody> call, Response<ResponseBody> response, ResponseBody body) {
        this.context = context;
        this.call = call;
        this.response = response;
        this.body = body;
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
                try {
                    return in.read(bytes, offset, length);
                } catch (IOException e) {
                    throw new ContentException(AnswerStreams.brokeOff(context, e));
                }
            }
        };
    }

    /** What was asked for. */
    public String operation() {
        return context.operation();
    }

    /** Ends the answer, from any thread: whoever reads fails. No connection with the rest of a file on it is kept. */
    public void cancel() {
        call.cancel();
    }

    @Override
    public void close() {
        body.close();
    }
}
