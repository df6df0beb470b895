package me.digi.client.internal.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import me.digi.client.error.ContentException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.http.AnswerStreams;
import me.digi.client.internal.http.CallContext;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** The answer that a file comes in, whose body is still on the connection. */
final class FileAnswer implements AutoCloseable {
    private final Sent sent;
    private final Response<ResponseBody> response;
    private final ResponseBody body;

    private FileAnswer(Sent sent, Response<ResponseBody> response, ResponseBody body) {
        this.sent = sent;
        this.response = response;
        this.body = body;
    }

    static FileAnswer of(Sent sent, Response<ResponseBody> response) {
        ResponseBody body = response.body();
        if (body == null) {
            throw new UnexpectedResponseException(sent.context().operation(), response.code(), "body", "there is none");
        }
        AnswerStreams.letTakeItsTime(sent.call());
        return new FileAnswer(sent, response, body);
    }

    @Nullable
    String header(String name) {
        return response.headers().get(name);
    }

    /** The length of the body, or -1 if it will show at its end alone. */
    long length() {
        return body.contentLength();
    }

    /** The body. Where it fails, it says so by a {@link ContentException}: OkHttp sees to it that a cut is a failure. */
    InputStream stream() {
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
                    throw new ContentException(AnswerStreams.brokeOff(sent.context(), e));
                }
            }
        };
    }

    /** Ends the answer, from any thread: whoever reads fails. No connection with the rest of a file on it is kept. */
    void cancel() {
        sent.call().cancel();
    }

    @Override
    public void close() {
        body.close();
    }

    /** The request that was answered: a refused token makes it a second one. */
    record Sent(CallContext context, Call<ResponseBody> call) {}
}
