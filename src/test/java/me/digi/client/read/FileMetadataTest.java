package me.digi.client.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FileMetadataTest {
    @AutoClose
    private final FileServer server = new FileServer();

    @Test
    void metadataOfAMappedFileKeepsUnknownMembers() {
        FileMetadata metadata = metadata("{\"metadata\":{\"objectCount\":3,\"objectType\":\"Media\",\"serviceGroup\":"
                + "\"Social\",\"serviceName\":\"Faces\",\"schema\":{\"standard\":\"digime\",\"version\":\"1.0.0\"},"
                + "\"new\":{\"deep\":[1,true,null]},\"nothing\":null}}");

        assertThat(metadata)
                .isEqualTo(new MappedFileMetadata(
                        3L,
                        "Media",
                        "Social",
                        "Faces",
                        new FileSchema("digime", "1.0.0", null),
                        Map.of("new", Map.of("deep", Arrays.asList(1L, true, null))),
                        List.of()));
    }

    @Test
    void metadataOfARawFileHasAllItsMembers() {
        FileMetadata metadata = metadata("{\"metadata\":{\"mimetype\":\"application/pdf\",\"accounts\":[{\"accountid\":"
                + "\"1\"},{\"accountid\":\"2\"}],\"appid\":\"a\",\"created\":1700000000000,\"contractid\":\"c\","
                + "\"objecttypes\":[{\"name\":\"receipt\",\"references\":[\"r\"]},{\"name\":\"other\"}],\"partnerid\":"
                + "\"p\",\"reference\":[\"r1\"],\"servicegroups\":[1,2],\"tags\":[\"t\"],\"hash\":\"h\"}}");

        assertThat(metadata)
                .isEqualTo(new RawFileMetadata(
                        "application/pdf",
                        List.of("1", "2"),
                        "a",
                        Instant.ofEpochMilli(1700000000000L),
                        "c",
                        List.of(new RawObjectType("receipt", List.of("r")), new RawObjectType("other", List.of())),
                        "p",
                        List.of("r1"),
                        List.of(1L, 2L),
                        List.of("t"),
                        Map.of("hash", "h"),
                        List.of()));
    }

    @Test
    void h14_whatIsOddInTheMetadataCostsNoMoreThanThatPart() {
        MappedFileMetadata mapped =
                (MappedFileMetadata) metadata("{\"metadata\":{\"objectCount\":\"42\",\"objectType\":null,"
                        + "\"serviceGroup\":5,\"serviceName\":[],\"schema\":{\"standard\":true,\"id\":1.5}}}");

        assertThat(mapped.objectCount()).isEqualTo(42L);
        assertThat(mapped.objectType()).isNull();
        assertThat(mapped.serviceGroup()).isEqualTo("5");
        assertThat(mapped.serviceName()).isNull();
        assertThat(mapped.schema()).isEqualTo(new FileSchema("true", null, "1.5"));
        assertThat(mapped.problems())
                .containsExactlyInAnyOrder(
                        "objectCount is not a whole number",
                        "objectType is missing",
                        "serviceGroup is not text",
                        "serviceName is not text",
                        "schema.standard is not text",
                        "schema.version is missing",
                        "schema.id is not text");

        RawFileMetadata raw =
                (RawFileMetadata) metadata("{\"metadata\":{\"mimetype\":\"a/b\",\"accounts\":[{\"accountid\":1}],"
                        + "\"created\":\"today\",\"tags\":[\"t\",7,null,{}],\"servicegroups\":[1,\"2\",\"x\"],\"reference\":\"r\","
                        + "\"objecttypes\":[{},\"x\"]}}");

        assertThat(raw.accountIds()).containsExactly("1");
        assertThat(raw.createdAt()).isNull();
        assertThat(raw.tags()).containsExactly("t", "7");
        assertThat(raw.serviceGroups()).containsExactly(1L, 2L);
        assertThat(raw.references()).isEmpty();
        assertThat(raw.objectTypes())
                .containsExactly(new RawObjectType("", List.of()), new RawObjectType("", List.of()));
        assertThat(raw.problems()).hasSize(10).contains("reference is not a list");
    }

    @Test
    void h14_whatIsThereTwiceOrBeyondNumbersInTheMetadataIsAProblem() {
        RawFileMetadata raw = (RawFileMetadata) metadata("{\"new\":1,\"new\":" + "9".repeat(2000)
                + ",\"metadata\":{\"mimetype\":\"a/b\",\"accounts\":[{\"accountid\":\"1\"}],\"appid\":\"a\",\"appid\":\"b\","
                + "\"new\":" + "9".repeat(2000) + ",\"odd\":1,\"odd\":2}}");

        assertThat(raw.accountIds()).containsExactly("1");
        assertThat(raw.appId()).isEqualTo("a");
        assertThat(raw.more()).isEqualTo(Map.of("odd", 1L));
        assertThat(raw.problems())
                .containsExactlyInAnyOrder(
                        "appid occurs twice",
                        "an undescribed member cannot be read",
                        "an undescribed member occurs twice");
    }

    @Test
    void h14_metadataInTheStandardAlphabetOfBase64IsRead() {
        String header = Base64.getEncoder()
                .encodeToString("{\"metadata\":{\"mimetype\":\"a/b\",\"accounts\":[],\"tags\":[\"???>>>\",\"~~~\"]}}"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(header).contains("+", "/");
        server.file("f", request -> new MockResponse().setHeader("x-metadata", header));

        assertThat(((RawFileMetadata) server.files().fetchMetadata("f")).tags()).containsExactly("???>>>", "~~~");
    }

    @Test
    void h14_anAccountThatIsNotAnObjectIsLeftOutAndReported() {
        RawFileMetadata raw = (RawFileMetadata)
                metadata("{\"metadata\":{\"mimetype\":\"a/b\",\"accounts\":[7,{\"accountid\":\"1\"},null]}}");

        assertThat(raw.accountIds()).containsExactly("1");
        assertThat(raw.problems()).containsExactly("accounts[0] is not an object", "accounts[2] is not an object");
    }

    @Test
    void h14_aFileWithOddMetadataIsRead() {
        byte[] encrypted = FileMaker.encrypt(FileServer.KEY.getPublic(), new byte[3]);
        server.file(
                "f",
                request -> FileServer.encrypted(encrypted, null)
                        .setHeader(
                                "x-metadata",
                                FileMaker.base64(
                                        "{\"metadata\":{\"schema\":{},\"objectCount\":{}},\"compression\":null}")));

        assertThat(server.files().read("f").readBytes()).hasSize(3);
    }

    @Test
    void theErrorOfAHeadComesFromItsHeaders() {
        server.file(
                "f",
                request -> new MockResponse()
                        .setResponseCode(403)
                        .setHeader("X-Error-Code", "NotYours")
                        .setHeader("X-Error-Message", "it is not yours")
                        .setHeader("X-Error-Reference", "ref-1"));

        assertThatThrownBy(() -> server.files().fetchMetadata("f")).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.code()).isEqualTo(new ErrorCode("NotYours"));
            assertThat(e.serverMessage()).isEqualTo("it is not yours");
            assertThat(e.reference()).isEqualTo("ref-1");
            assertThat(e.operation()).isEqualTo("fetchFileMetadata");
        });
    }

    @Test
    void aMissingFileIsRequestedAgain() {
        AtomicInteger asked = new AtomicInteger();
        byte[] encrypted = FileMaker.encrypt(FileServer.KEY.getPublic(), new byte[3]);
        server.file(
                "f",
                request -> asked.incrementAndGet() <= 5
                        ? FileServer.error(404, "NotFound")
                        : FileServer.encrypted(encrypted, null));

        assertThat(server.files().read("f").readBytes()).hasSize(3);
        assertThat(server.pauses)
                .containsExactly(
                        Duration.ofMillis(750),
                        Duration.ofMillis(1125),
                        Duration.ofNanos(1_687_500_000),
                        Duration.ofNanos(2_531_250_000L),
                        Duration.ofNanos(3_796_875_000L));
    }

    @Test
    void aFileThatIsNeverThereIsAnErrorOfTheService() {
        assertThatThrownBy(() -> server.files().read("nothing"))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.status()).isEqualTo(404));
        assertThat(server.pauses).hasSize(5);

        assertThatThrownBy(() -> server.files().fetchMetadata("nothing")).isInstanceOf(ApiException.class);
        assertThat(server.pauses).hasSize(10);
    }

    @Test
    void theApplicationDecidesHowOftenAMissingFileIsRequested() {
        SessionFiles withShortTimeout = server.user.files(
                FileServer.SESSION,
                ReadOptions.builder()
                        .notFoundRetries(1)
                        .notFoundDelay(Duration.ofMillis(5))
                        .build());

        assertThatThrownBy(() -> withShortTimeout.read("nothing")).isInstanceOf(ApiException.class);
        assertThat(server.pauses).containsExactly(Duration.ofMillis(5));
    }

    private FileMetadata metadata(String header) {
        server.file("f", request -> new MockResponse().setHeader("x-metadata", FileMaker.base64(header)));
        return server.files().fetchMetadata("f");
    }
}
