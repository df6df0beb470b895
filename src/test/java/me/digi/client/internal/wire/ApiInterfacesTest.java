package me.digi.client.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import me.digi.client.discovery.SourceTypeInfo;
import me.digi.client.internal.http.CallContext;
import me.digi.client.read.Session;
import me.digi.client.storage.Storage;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AutoClose;
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

    @AutoClose
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

    @Test
    void everyOperationIsSoundAndTakesItsContextFirst() {
        List<Class<?>> interfaces = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("me.digi.client.internal.wire").stream()
                        .filter(type -> type.getSimpleName().endsWith("Api"))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();

        assertThat(interfaces)
                .containsExactlyInAnyOrder(
                        CloudApi.class,
                        DiscoveryApi.class,
                        ExportApi.class,
                        OAuthApi.class,
                        PermissionAccessApi.class,
                        StorageApi.class,
                        UserApi.class);
        assertThat(interfaces).flatExtracting(api -> List.of(api.getMethods())).hasSize(30);
        for (Class<?> api : interfaces) {
            retrofit.create(api);
            for (Method operation : api.getMethods()) {
                assertThat(operation.getParameterTypes()[0]).isEqualTo(CallContext.class);
                assertThat(operation.getParameterAnnotations()[0]).hasAtLeastOneElementOfType(Tag.class);
            }
        }
    }

    @Test
    void writtenJsonIsReadBack() throws Exception {
        server.enqueue(new MockResponse().setBody("{\"token\":\"t\",\"session\":{\"key\":\"k\",\"expiry\":5}}"));

        Response<CodeResponse> response = retrofit.create(OAuthApi.class)
                .authorize(NONE, new ActionsRequest(null, new Actions(null)))
                .execute();

        assertThat(response.body()).isEqualTo(new CodeResponse("t", Session.of("k", Instant.ofEpochMilli(5))));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1.7/oauth/authorize HTTP/1.1");
        assertThat(request.getBody().readUtf8()).isEqualTo("{\"actions\":{}}");
        assertThat(request.getHeader("Accept")).isEqualTo("application/json");
    }

    @Test
    void tokenRequestHasNoBody() throws Exception {
        server.enqueue(new MockResponse().setBody("{\"token\":\"t\"}"));

        retrofit.create(OAuthApi.class).requestToken(NONE).execute();

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
                api.downloadFile(NONE, "key", "a b/c.json").execute().body()) {
            assertThat(body.string()).isEqualTo("bytes");
        }
        Response<Void> head = api.fetchFileMetadata(NONE, "key", "a.json").execute();

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /v1.7/permission-access/query/key/a%20b%2Fc.json HTTP/1.1");
        assertThat(request.getHeader("Accept")).isEqualTo("application/octet-stream");
        assertThat(PermissionAccessApi.class
                        .getMethod("downloadFile", CallContext.class, String.class, String.class)
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
                .revokeAccountPermission(NONE, "17_1", "https://my.app/back")
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

        api.downloadReport(NONE, "medmij", "xml", null, null).execute().body().close();
        api.downloadReport(NONE, "medmij", "xml", 1L, 4_000_000_000L)
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

    @Test
    void pathWithinStorageIsEncodedOnceAndKeepsItsSlashes() throws Exception {
        CloudApi api = retrofit.create(CloudApi.class);
        EncodedPath file = EncodedPath.file(List.of("diary", "100%", "a+b c.json"));
        server.enqueue(new MockResponse().setBody("bytes"));
        server.enqueue(new MockResponse());
        server.enqueue(new MockResponse().setResponseCode(204));
        server.enqueue(new MockResponse().setResponseCode(204));

        api.downloadStorageFile(NONE, "s/1", "my-app", file).execute().body().close();
        RequestBody body = RequestBody.create("encrypted".getBytes(UTF_8), MediaType.get("application/octet-stream"));
        api.uploadStorageFile(NONE, "s", "my-app", file, body).execute();
        api.deleteStorageFile(NONE, "s", "my-app", file).execute();
        api.deleteStorageFolder(NONE, "s", EncodedPath.folder(List.of("diary")).below("apps", "my-app"))
                .execute();

        String path = "/v1.7/clouds/s/files/apps/my-app/diary/100%25/a+b%20c.json HTTP/1.1";
        RecordedRequest download = server.takeRequest();
        assertThat(download.getRequestLine()).isEqualTo("GET " + path.replace("/s/", "/s%2F1/"));
        assertThat(download.getHeader("Accept")).isEqualTo("application/octet-stream");
        RecordedRequest upload = server.takeRequest();
        assertThat(upload.getRequestLine()).isEqualTo("POST " + path);
        assertThat(upload.getHeader("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(upload.getBody().readUtf8()).isEqualTo("encrypted");
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("DELETE " + path);
        assertThat(server.takeRequest().getPath()).isEqualTo("/v1.7/clouds/s/files/apps/my-app/diary/");
    }

    @Test
    void foldersAreListedFromTheRootOn() throws Exception {
        server.enqueue(new MockResponse().setBody("{\"files\":[],\"total\":0}"));
        server.enqueue(new MockResponse().setBody("{\"files\":[],\"total\":0}"));
        CloudApi api = retrofit.create(CloudApi.class);

        api.listStorageFiles(NONE, "s", EncodedPath.folder(List.of()).below("apps", "my-app"), true)
                .execute();
        api.listStorageFiles(NONE, "s", EncodedPath.folder(List.of("a", "b")).below("apps", "my-app"), false)
                .execute();

        assertThat(server.takeRequest().getPath()).isEqualTo("/v1.7/clouds/s/files/apps/my-app/?recursive=true");
        assertThat(server.takeRequest().getPath()).isEqualTo("/v1.7/clouds/s/files/apps/my-app/a/b/?recursive=false");
    }

    @Test
    void pushesSendTheirBodiesUnchanged() throws Exception {
        server.enqueue(new MockResponse());
        server.enqueue(new MockResponse().setBody("{\"any\":\"thing\"}"));
        PermissionAccessApi api = retrofit.create(PermissionAccessApi.class);

        api.pushToLibrary(
                        NONE,
                        "d.e.f",
                        RequestBody.create("raw".getBytes(UTF_8), MediaType.get("application/octet-stream")))
                .execute();
        RequestBody json = RequestBody.create("{\"a\": 1.50}".getBytes(UTF_8), MediaType.get("application/json"));
        assertThat(api.pushToProvider(NONE, "fhir", "3.0.2", "17_1", json)
                        .execute()
                        .isSuccessful())
                .isTrue();

        RecordedRequest library = server.takeRequest();
        assertThat(library.getRequestLine()).isEqualTo("POST /v1.7/permission-access/import HTTP/1.1");
        assertThat(library.getHeader("FileDescriptor")).isEqualTo("d.e.f");
        assertThat(library.getHeader("Content-Type")).isEqualTo("application/octet-stream");
        RecordedRequest provider = server.takeRequest();
        assertThat(provider.getRequestLine())
                .isEqualTo("POST /v1.7/permission-access/import/h:accountId/fhir/3.0.2 HTTP/1.1");
        assertThat(provider.getHeader("accountId")).isEqualTo("17_1");
        assertThat(provider.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(provider.getBody().readUtf8()).isEqualTo("{\"a\": 1.50}");
    }

    @Test
    void accountIsDeletedByHeader() throws Exception {
        server.enqueue(new MockResponse().setResponseCode(204));

        retrofit.create(PermissionAccessApi.class).deleteAccount(NONE, "17_1").execute();

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("DELETE /v1.7/permission-access/service/h:accountId HTTP/1.1");
        assertThat(request.getHeader("accountId")).isEqualTo("17_1");
    }

    @Test
    void discoveryUsesPost() throws Exception {
        server.enqueue(new MockResponse().setBody("{\"data\":[{\"id\":1,\"new\":2}]}"));

        Response<SourceTypesResponse> response = retrofit.create(DiscoveryApi.class)
                .listSourceTypes(
                        NONE, new DiscoveryRequest(new DiscoveryQuery(List.of("id"), new IdFilter(List.of(1L)))))
                .execute();

        assertThat(response.body().data())
                .containsExactly(new SourceTypeInfo(1L, null, null, Map.of("new", 2L), List.of()));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1.7/discovery/sourceTypes HTTP/1.1");
        assertThat(request.getBody().readUtf8())
                .isEqualTo("{\"query\":{\"include\":[\"id\"],\"filter\":{\"id\":[1]}}}");
    }

    @Test
    void storageIsMadeWithoutBody() throws Exception {
        server.enqueue(new MockResponse().setBody("{\"id\":\"i\",\"kid\":\"k\"}"));

        Response<Storage> response =
                retrofit.create(StorageApi.class).createStorage(NONE).execute();

        assertThat(response.body()).isEqualTo(new Storage("i", "k"));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1.7/storage HTTP/1.1");
        assertThat(request.getBodySize()).isZero();
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
