package me.digi.client.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.read.ObjectTypeError.Details;
import me.digi.client.sandbox.SandboxValues;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FileListTest {
    @AutoClose
    private final FileServer server = new FileServer();

    @Test
    void aListHasTheStateTheAccountsAndTheFiles() {
        server.lists(
                "{\"status\":{\"state\":\"partial\",\"details\":{\"1_a\":{\"state\":\"completed\"}}},\"fileList\":["
                        + "{\"name\":\"a.json\",\"updatedDate\":1700000600000,\"schema\":{\"standard\":\"fhir\",\"version\":"
                        + "\"3.0.2\",\"id\":\"x\"},\"serviceGroup\":\"Medical\",\"serviceName\":\"Hospital\",\"objectVersion\":"
                        + "\"1\",\"objectType\":\"Patient\",\"objectCount\":3},{\"name\":\"b\",\"updatedDate\":1}]}");

        FileList list = server.files().list();

        assertThat(list.state()).isEqualTo(SyncState.PARTIAL);
        assertThat(list.accounts()).isEqualTo(Map.of("1_a", new AccountSync(SyncState.COMPLETED, null)));
        assertThat(list.files())
                .containsExactly(
                        new FileEntry(
                                "a.json",
                                Instant.ofEpochMilli(1700000600000L),
                                new FileSchema("fhir", "3.0.2", "x"),
                                "Medical",
                                "Hospital",
                                "1",
                                "Patient",
                                3L,
                                List.of()),
                        SandboxValues.fileEntry("b")
                                .updatedAt(Instant.ofEpochMilli(1))
                                .build());
    }

    @Test
    void aListWithoutFilesIsEmpty() {
        server.lists("{\"status\":{\"state\":\"pending\"}}");

        assertThat(server.files().list().files()).isEmpty();
    }

    @Test
    void anUnknownStateIsNotAnEnd() {
        server.lists("{\"status\":{\"state\":\"dreaming\"}}");

        assertThat(server.files().list().state()).isEqualTo(new SyncState("dreaming"));
        assertThat(new SyncState("dreaming").isEnd()).isFalse();
        assertThat(List.of(SyncState.PENDING, SyncState.RUNNING)).noneMatch(SyncState::isEnd);
        assertThat(List.of(SyncState.PARTIAL, SyncState.COMPLETED)).allMatch(SyncState::isEnd);
    }

    @Test
    void anAccountsErrorSaysWhetherTheUserMustReauthorizeTheAccount() {
        server.lists("{\"status\":{\"state\":\"partial\",\"details\":{"
                + error("byFlag", "\"code\":\"Anything\",\"statusCode\":400,\"reauth\":true")
                + "," + error("byCode", "\"code\":\"ServiceAuthorizationError\",\"statusCode\":400")
                + "," + error("byStatus", "\"code\":\"Anything\",\"statusCode\":511,\"reauth\":false")
                + "," + error("not", "\"code\":\"SourceDown\",\"statusCode\":503,\"reauth\":false")
                + "}}}");

        FileList list = server.files().list();

        assertThat(list.accountsToReauthorize()).containsExactly("byFlag", "byCode", "byStatus");
        assertThat(list.accounts().get("byFlag").error().needsReauthorization()).isTrue();
        assertThat(list.accounts().get("not").error().needsReauthorization()).isFalse();
    }

    @Test
    void anAccountsErrorKeepsTheDetailsOfTheService() {
        server.lists("{\"status\":{\"state\":\"partial\",\"details\":{"
                + error(
                        "a",
                        "\"code\":\"SourceDown\",\"statusCode\":503,\"message\":\"later\",\"retryAfter\":1700000000000,"
                                + "\"objectTypeErrors\":[{\"objectType\":300,\"error\":{\"code\":\"Gone\",\"message\":"
                                + "\"m\",\"statusCode\":410}}]")
                + "}}}");

        assertThat(server.files().list().accounts().get("a").error())
                .isEqualTo(new AccountError(
                        false,
                        new ErrorCode("SourceDown"),
                        503L,
                        "later",
                        Instant.ofEpochMilli(1700000000000L),
                        List.of(new ObjectTypeError(300L, new Details(new ErrorCode("Gone"), 410L, "m")))));
    }

    @Test
    void anInvalidListNamesTheInvalidMember() {
        server.lists("{\"fileList\":[]}");
        assertThatThrownBy(() -> server.files().list()).isInstanceOf(UnexpectedResponseException.class);

        server.lists("{\"status\":{\"state\":\"\"}}");
        assertThatThrownBy(() -> server.files().list()).isInstanceOf(UnexpectedResponseException.class);
    }

    @Test
    void aRefusedListKeepsItsCode() {
        server.list(FileServer.error(400, "SomethingNew"));

        assertThatThrownBy(() -> server.files().list()).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.code()).isEqualTo(new ErrorCode("SomethingNew"));
            assertThat(e.operation()).isEqualTo("listFiles");
        });
    }

    private static String error(String account, String members) {
        return "\"" + account + "\":{\"state\":\"partial\",\"error\":{" + members + "}}";
    }
}
