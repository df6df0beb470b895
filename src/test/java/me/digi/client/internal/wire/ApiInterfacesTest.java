package me.digi.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import me.digi.client.internal.http.CallContext;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retrofit2.Converter;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.Streaming;
import retrofit2.http.Tag;

/** What the generated interfaces send. */
class ApiInterfacesTest {
    private static final CallContext NONE = null;

    private final MockWebServer server = new MockWebServer();
    private Retrofit retrofit;

    @BeforeEach
    void start() throws IOException {
        server.start();
        retrofit = new Retrofit.Builder()
                .baseUrl(server.url("/v1.7/"))
                .addConverterFactory(new JsonConverters())
                .validateEagerly(true)
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void everyOperationIsSoundAndTakesItsContextFirst() {
        List<Class<?>> interfaces = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("me.digi.client.internal.wire").stream()
                        .filter(JavaClass::isInterface)
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();

        assertThat(interfaces).contains(OAuthApi.class, PermissionAccessApi.class, UserApi.class, ExportApi.class);
        for (Class<?> api : interfaces) {
            retrofit.create(api);
            for (Method operation : api.getMethods()) {
                assertThat(operation.getParameterTypes()[0]).isEqualTo(CallContext.class);
                assertThat(operation.getParameterAnnotations()[0]).hasAtLeastOneElementOfType(Tag.class);
            }
        }
    }

    @Test
    void jsonGoesOutAndComesBack() throws Exception {
        server.enqueue(new MockResponse().setBody("{\"token\":\"t\",\"session\":{\"key\":\"k\",\"expiry\":5}}"));

        Response<CodeAnswer> answer = retrofit.create(OAuthApi.class)
                .authorize(NONE, new ActionsRequest(null, new Actions(null)))
                .execute();

        assertThat(answer.body()).isEqualTo(new CodeAnswer("t", new Session("k", 5)));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1.7/oauth/authorize HTTP/1.1");
        assertThat(request.getBody().readUtf8()).isEqualTo("{\"actions\":{}}");
        assertThat(request.getHeader("Accept")).isEqualTo("application/json");
    }

    @Test
    void tokenRequestHasNoBody() throws Exception {
        server.enqueue(new MockResponse().setBody("{\"token\":\"t\"}"));

        retrofit.create(OAuthApi.class).token(NONE).execute();

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1.7/oauth/token HTTP/1.1");
        assertThat(request.getBodySize()).isZero();
        assertThat(request.getHeader("Content-Type")).isNull();
    }

    @Test
    void fileStreamsAndItsHeadHasNoBody() throws Exception {
        server.enqueue(new MockResponse().setBody("bytes"));
        server.enqueue(new MockResponse().setHeader("x-metadata", "m"));
        PermissionAccessApi api = retrofit.create(PermissionAccessApi.class);

        try (ResponseBody body =
                api.fileContent(NONE, "key", "a b/c.json").execute().body()) {
            assertThat(body.string()).isEqualTo("bytes");
        }
        Response<Void> head = api.fileMetadata(NONE, "key", "a.json").execute();

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /v1.7/permission-access/query/key/a%20b%2Fc.json HTTP/1.1");
        assertThat(request.getHeader("Accept")).isEqualTo("application/octet-stream");
        assertThat(PermissionAccessApi.class
                        .getMethod("fileContent", CallContext.class, String.class, String.class)
                        .isAnnotationPresent(Streaming.class))
                .isTrue();
        assertThat(server.takeRequest().getRequestLine())
                .isEqualTo("HEAD /v1.7/permission-access/query/key/a.json HTTP/1.1");
        assertThat(head.headers().get("x-metadata")).isEqualTo("m");
    }

    @Test
    void accountIsRevokedByHeaderAndTheSegmentStaysLiteral() throws Exception {
        server.enqueue(new MockResponse().setBody("{\"location\":\"https://example.com\"}"));

        retrofit.create(PermissionAccessApi.class)
                .revokeAccount(NONE, "17_1", "https://my.app/back")
                .execute();

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /v1.7/permission-access/revoke/h:accountId HTTP/1.1");
        assertThat(request.getHeader("accountId")).isEqualTo("17_1");
        assertThat(request.getHeader("redirectUri")).isEqualTo("https://my.app/back");
    }

    @Test
    void absentBoundsOfReportAreLeftOut() throws Exception {
        server.enqueue(new MockResponse().setBody("<xml/>"));
        server.enqueue(new MockResponse().setBody("<xml/>"));
        ExportApi api = retrofit.create(ExportApi.class);

        api.portabilityReport(NONE, "medmij", "xml", null, null)
                .execute()
                .body()
                .close();
        api.portabilityReport(NONE, "medmij", "xml", 1L, 4_000_000_000L)
                .execute()
                .body()
                .close();

        assertThat(server.takeRequest().getPath()).isEqualTo("/v1.7/export/medmij/report?format=xml");
        assertThat(server.takeRequest().getPath())
                .isEqualTo("/v1.7/export/medmij/report?format=xml&from=1&to=4000000000");
    }

    @Test
    void deletedUserNeedsNoContent() throws Exception {
        server.enqueue(new MockResponse().setResponseCode(204));
        server.enqueue(new MockResponse().setBody("{\"deleted\":true}"));
        UserApi api = retrofit.create(UserApi.class);

        assertThat(api.deleteUser(NONE).execute().isSuccessful()).isTrue();
        assertThat(api.deleteUser(NONE).execute().isSuccessful()).isTrue();
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("DELETE /v1.7/user HTTP/1.1");
    }

    /** The plainest converters over the generated adapters. */
    private static final class JsonConverters extends Converter.Factory {
        @Override
        public Converter<ResponseBody, ?> responseBodyConverter(
                Type type, Annotation[] annotations, Retrofit retrofit) {
            return body -> WireJson.adapter(type).fromJson(body.source());
        }

        @Override
        public Converter<?, RequestBody> requestBodyConverter(
                Type type, Annotation[] parameter, Annotation[] method, Retrofit retrofit) {
            return value -> {
                Buffer buffer = new Buffer();
                WireJson.adapter(type).toJson(buffer, value);
                return RequestBody.create(buffer.readByteString(), MediaType.get("application/json"));
            };
        }
    }
}
