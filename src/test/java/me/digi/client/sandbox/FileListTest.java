package me.digi.client.sandbox;

import static me.digi.client.sandbox.DataCaller.account;
import static me.digi.client.sandbox.DataCaller.files;
import static me.digi.client.sandbox.DataCaller.state;
import static me.digi.client.sandbox.RequestAuthenticationTest.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.SandboxCaller.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FileListTest {
    private static final SandboxFile ONE = SandboxFile.mapped("one.json", FileContent.of("[1]"));
    private static final SandboxFile TWO = SandboxFile.mapped("two.json", FileContent.of("[2]"));

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final DataCaller user = DataCaller.ofNewUser(sandbox);

    @Test
    void theFilesOfANewUserAreListedInTwoSteps() {
        String session = user.session();
        Reply first = user.list(session);
        assertThat(state(first)).isEqualTo("running");
        assertThat(files(first)).hasSize(2);
        assertThat(account(first, user.library().accountIds().get(0))).isEqualTo(Map.of("state", "running"));
        Reply second = user.list(session);
        assertThat(state(second)).isEqualTo("completed");
        assertThat(files(second)).hasSize(6);
        assertThat(files(second).get(2))
                .containsEntry("name", "18_2_34_405_D202611.json")
                .containsEntry("updatedDate", sandbox.clock().millis())
                .containsEntry("schema", Map.of("standard", "fhir", "version", "3.0.2"))
                .containsEntry("serviceGroup", "Medical")
                .containsEntry("serviceName", "Linden Hospital (FHIR)")
                .containsEntry("objectType", "Observation")
                .containsEntry("objectCount", 3L);
        assertThat(user.list(session).body()).isEqualTo(second.body());
    }

    @Test
    void withoutFetchingEverythingIsListedAtOnce() {
        Map<?, ?> session =
                (Map<?, ?>) user.trigger("{\"sourceFetch\":false}").json().get("session");
        Reply list = user.list((String) session.get("key"));
        assertThat(state(list)).isEqualTo("completed");
        assertThat(files(list)).hasSize(6);
    }

    @Test
    void theScriptDeterminesEachFileList() {
        String bank = user.library().accountIds().get(0);
        String hospital = user.library().accountIds().get(1);
        AccountError busy = AccountError.of("TooManyRequests", 429)
                .message("slow down")
                .retryAfter(60)
                .objectType(405, "InternalServerError", 500, "not today");
        user.library()
                .script(SyncScript.of(
                        SyncStep.pending(),
                        SyncStep.running().files(ONE).account(hospital, AccountProgress.completed()),
                        SyncStep.running().files(ONE.content(FileContent.of("[1,1]")), TWO),
                        SyncStep.partial()
                                .account(bank, AccountProgress.failed(AccountError.reauthorize()))
                                .account(hospital, AccountProgress.failed(busy))));
        String session = user.session();
        assertThat(user.list(session).body()).isEqualTo("{\"status\":{\"state\":\"pending\"}}");

        Reply one = user.list(session);
        assertThat(names(one)).containsExactly("one.json");
        assertThat(account(one, bank)).isEqualTo(Map.of("state", "running"));
        assertThat(account(one, hospital)).isEqualTo(Map.of("state", "completed"));

        Reply two = user.list(session);
        assertThat(names(two)).containsExactly("one.json", "two.json");
        assertThat(updated(two, 0)).isGreaterThan(updated(one, 0));

        sandbox.clock().advance(Duration.ofSeconds(3));
        Reply last = user.list(session);
        assertThat(state(last)).isEqualTo("partial");
        assertThat(updated(last, 0)).isEqualTo(updated(two, 0));
        assertThat(account(last, bank))
                .isEqualTo(Map.of(
                        "state",
                        "partial",
                        "error",
                        Map.of(
                                "code",
                                "ServiceAuthorizationError",
                                "statusCode",
                                511L,
                                "message",
                                "The account has to be authorized again",
                                "reauth",
                                true)));
        assertThat((Map<?, ?>) account(last, hospital).get("error"))
                .isEqualTo(Map.of(
                        "code",
                        "TooManyRequests",
                        "statusCode",
                        429L,
                        "message",
                        "slow down",
                        "retryAfter",
                        60L,
                        "objectTypeErrors",
                        List.of(Map.of(
                                "objectType",
                                405L,
                                "error",
                                Map.of("code", "InternalServerError", "statusCode", 500L, "message", "not today")))));
        assertThat(user.list(session).body()).isEqualTo(last.body());
    }

    @Test
    void theScriptOfNewUsersCanBeSet() {
        sandbox.newUsers(library -> library.files(ONE).script(SyncScript.atOnce()));
        DataCaller next = DataCaller.ofNewUser(sandbox);
        assertThat(names(next.list(next.session()))).containsExactly("one.json");
        assertThat(user.library().files()).hasSize(7);
    }

    @Test
    void contractsThatReadRawDataSeeOnlyPushedFiles() {
        DataCaller raw = user.consentTo(sandbox.addContract("raw", ContractKind.READ_RAW));
        String session = raw.session();
        raw.list(session);
        Reply list = raw.list(session);
        assertThat(files(list))
                .containsExactly(Map.of(
                        "name",
                        "discharge-letter.txt",
                        "updatedDate",
                        sandbox.clock().millis()));
    }

    @Test
    void expiredTokensAndQueriesAreRefused() {
        String session = user.session();
        assertRejected(user.get("permission-access/query/" + session + "?x=1"), 400, "ValidationErrors", "query.x");
        sandbox.revoke(user.tokens.user());
        assertRejected(user.list(session), 401, "InvalidToken", "The token (access_token) is invalid");
    }

    private static List<Object> names(Reply list) {
        return files(list).stream().<Object>map(file -> file.get("name")).toList();
    }

    private static long updated(Reply list, int index) {
        return (long) files(list).get(index).get("updatedDate");
    }
}
