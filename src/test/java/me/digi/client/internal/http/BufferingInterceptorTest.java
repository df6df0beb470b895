package me.digi.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import me.digi.client.internal.io.Deadline;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Responses are read up to a limit, before anything uses them. */
class BufferingInterceptorTest {
    /** An endless error response must not fill the memory. */
    @ParameterizedTest
    @CsvSource({"0, 0", "65535, 65535", "65536, 65536", "65537, 65536", "9223372036854775807, 65536"})
    void ofAnErrorTheFirst64KibibytesAreRead(long sent, long read) throws IOException {
        Letters letters = new Letters(sent);
        try (Response response = respond(500, letters)) {
            assertThat(response.body().contentLength()).isEqualTo(read);
            assertThat(response.body().bytes()).hasSize((int) read);
        }
        assertThat(letters.left).isEqualTo(sent - read);
        assertThat(letters.isClosed).isTrue();
    }

    private static Response respond(int status, Source source) throws IOException {
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(new BufferingInterceptor())
                .addInterceptor(chain -> new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(status)
                        .message("")
                        .body(ResponseBody.create(Okio.buffer(source), null, -1))
                        .build())
                .build();
        Request request = new Request.Builder()
                .url("http://localhost/")
                .tag(
                        CallContext.class,
                        new CallContext(
                                new Operation("refreshToken", Repeatability.UNIQUE_RESPONSE, "oauth/token"),
                                Deadline.after(Duration.ofMinutes(1)),
                                () -> "jwt",
                                List.of(),
                                null))
                .build();
        return client.newCall(request).execute();
    }

    /** A number of letters, in portions of the requested size. */
    private static final class Letters implements Source {
        private long left;
        private boolean isClosed;

        Letters(long left) {
            this.left = left;
        }

        @Override
        public long read(Buffer sink, long byteCount) {
            long count = Math.min(left, byteCount);
            if (count == 0) {
                return -1;
            }
            for (long i = 0; i < count; i++) {
                sink.writeByte('x');
            }
            left -= count;
            return count;
        }

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
