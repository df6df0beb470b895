package me.digi.client.spec;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;

/**
 * Records each exchange of a client that is built with {@link #httpClient()}, retries and all. It holds whole bodies,
 * so it is not for large ones. A request without a response is not recorded.
 */
public final class ExchangeRecorder {
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    /** For {@code DigiMe.builder().httpClient(…)}. */
    public OkHttpClient httpClient() {
        return new OkHttpClient.Builder().addNetworkInterceptor(this::record).build();
    }

    /** The exchanges, in the order of the responses. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Clears the recorded exchanges. */
    public void clear() {
        exchanges.clear();
    }

    private Response record(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        Copied body = request.body() == null ? null : new Copied(request.body());
        Response response = chain.proceed(
                request.newBuilder().method(request.method(), body).build());
        // The client signs later; the response has the request as it was sent.
        Request sent = response.request();
        exchanges.add(new Exchange(
                sent.method(),
                sent.url(),
                sent.headers(),
                body == null ? ByteString.EMPTY : body.copy.snapshot(),
                response.code(),
                response.headers(),
                response.peekBody(Long.MAX_VALUE).byteString()));
        return response;
    }

    /** A body that keeps a copy of what is sent, because a one-time body cannot be read twice. */
    private static final class Copied extends RequestBody {
        private final RequestBody body;
        private final Buffer copy = new Buffer();

        Copied(RequestBody body) {
            this.body = body;
        }

        @Override
        public MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return body.isOneShot();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            Buffer written = new Buffer();
            body.writeTo(written);
            written.copyTo(copy, 0, written.size());
            sink.writeAll(written);
        }
    }
}
