package me.digi.client;

import static me.digi.client.JsonLibrary.GSON;
import static me.digi.client.JsonLibrary.JACKSON_2;
import static me.digi.client.SampleValues.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.Completed;
import me.digi.client.auth.DeleteResult;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.TakeOver;
import me.digi.client.contract.AccessType;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.discovery.PublishedStatus;
import me.digi.client.discovery.Resource;
import me.digi.client.discovery.Source;
import me.digi.client.discovery.SourceJson;
import me.digi.client.discovery.SourceService;
import me.digi.client.error.ErrorCode;
import me.digi.client.keepalive.KeepAliveProgress;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.read.Account;
import me.digi.client.read.AccountError;
import me.digi.client.read.AccountSync;
import me.digi.client.read.AccountType;
import me.digi.client.read.FailedFile;
import me.digi.client.read.FileList;
import me.digi.client.read.ReadAllSummary;
import me.digi.client.read.Session;
import me.digi.client.read.SyncState;
import me.digi.client.sandbox.SandboxValues;
import me.digi.client.storage.StorageFile;
import me.digi.client.store.GrantKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values that an application returns from a controller are plain JSON, with each JSON library. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonLibrariesTest {
    /** They carry a credential, or the user itself, and no controller should return them. */
    private static final Set<Class<?>> WITH_CREDENTIALS = Set.of(
            Session.class,
            Authorized.class,
            Completed.class,
            SignIn.class,
            RefreshResult.Refreshed.class,
            TakeOver.OtherUser.class,
            TakeOver.Taken.class,
            TakeOver.Undecided.class,
            TokenEvent.Changed.class);

    private final LocalDigiMe local = new LocalDigiMe();
    private final SampleValues samples =
            new SampleValues(KnownUser.of(local.digiMe, local.contract, "user-42", local.token()));

    @AfterAll
    void close() {
        local.close();
    }

    @ParameterizedTest
    @EnumSource(JsonLibrary.class)
    void j3_everyRecordWithoutACredentialIsWrittenWithAllItsComponents(JsonLibrary library) {
        List<Class<?>> records = new ArrayList<>(PublicTypes.records());
        records.removeAll(WITH_CREDENTIALS);
        assertThat(records).hasSizeGreaterThan(60).allSatisfy(type -> {
            Object value = samples.of(type);
            assertThat(library.tree(value).fieldNames()).toIterable().contains(SampleValues.componentsOf(value));
        });
    }

    @Test
    void j3_jackson2RejectsTypesWithACredentialByName() {
        assertThat(WITH_CREDENTIALS)
                .allSatisfy(type -> assertThat(refusal(type))
                        .contains("No serializer found for class me.digi.client.")
                        .containsAnyOf("SessionKey", "AuthorizationCode", "UserAccessToken", "GrantedUser"));
    }

    private String refusal(Class<?> type) {
        try {
            return JACKSON_2.write(samples.of(type));
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    @ParameterizedTest
    @EnumSource(JsonLibrary.class)
    void j3_accountsAreAListOfObjects(JsonLibrary library) {
        Account account = SandboxValues.account("account-1")
                .type(AccountType.BANK)
                .createdAt(NOON)
                .serviceTypeId(19L)
                .build();
        assertJson(library, List.of(account), """
                [{"id": "account-1", "type": {"value": "BANK"}, "createdAt": "2026-01-01T12:00:00Z",
                  "serviceTypeId": 19, "problems": []}]
                """);
    }

    @ParameterizedTest
    @EnumSource(JsonLibrary.class)
    void j3_aSummaryHasTheFilesThatFailedAndWhy(JsonLibrary library) {
        AccountError error = new AccountError(true, new ErrorCode("Gone"), 511L, "later", null, List.of());
        ReadAllSummary summary = new ReadAllSummary(
                ReadAllSummary.End.SYNC_ENDED,
                new SyncState("new"),
                Map.of("account-1", new AccountSync(null, error)),
                List.of(),
                List.of(new FailedFile(
                        SandboxValues.fileEntry("a.json").updatedAt(NOON).build(), new IllegalStateException("why"))),
                List.of());
        JsonNode json = library.tree(summary);
        assertThat(json.path("end").asText()).isEqualTo("SYNC_ENDED");
        assertThat(json.path("accounts").path("account-1")).isEqualTo(JsonLibrary.tree("""
                        {"error": {"needsReauthorization": true, "code": {"value": "Gone"}, "statusCode": 511,
                         "message": "later", "objectTypeErrors": []}, "problems": []}
                        """));
        JsonNode failed = json.path("failures").path(0);
        assertThat(failed.path("entry")).isEqualTo(JsonLibrary.tree("""
                        {"name": "a.json", "updatedAt": "2026-01-01T12:00:00Z", "problems": []}
                        """));
        JsonNode cause = failed.path("cause");
        assertThat(library == GSON ? cause.asText() : cause.path("message").asText())
                .endsWith("why");
        // What Jackson takes for properties, and Gson does not.
        assertThat(json.has("complete")).isEqualTo(library != GSON);
    }

    @ParameterizedTest
    @EnumSource(JsonLibrary.class)
    void j3_sourcesAndContractsKeepUnknownMembers(JsonLibrary library) {
        assertJson(
                library,
                new Source(
                        1,
                        "Hospital",
                        PublishedStatus.APPROVED,
                        new Resource("https://a.example/logo", "image/png", Map.of("new", List.of(1L))),
                        new SourceService(2, null, null, Map.of(), List.of("name is missing")),
                        new SourceJson(new SourceJson.Authorisation("saas", Map.of()), Map.of()),
                        Map.of(),
                        List.of()),
                """
                {"id": 1, "name": "Hospital", "publishedStatus": {"value": "approved"},
                 "resource": {"url": "https://a.example/logo", "mimeType": "image/png", "more": {"new": [1]}},
                 "service": {"id": 2, "more": {}, "problems": ["name is missing"]},
                 "json": {"authorisation": {"type": "saas", "more": {}}, "more": {}}, "more": {}, "problems": []}
                """);
        assertJson(
                library,
                SandboxValues.contractDescription("contract")
                        .accessType(AccessType.READ)
                        .expiresAt(NOON)
                        .certificate("not one")
                        .build(),
                """
                {"id": "contract", "accessType": {"value": "%s"}, "expiresAt": "2026-01-01T12:00:00Z",
                 "certificate": "not one", "problems": []}
                """.formatted(AccessType.READ.value()));
    }

    @ParameterizedTest
    @EnumSource(JsonLibrary.class)
    void j3_whatTheLibraryReportsOfAUserIsAnObject(JsonLibrary library) {
        assertJson(
                library,
                SandboxValues.tokenStatus(new GrantKey("contract", "user-42"), TokenStatus.State.REAUTHORIZE)
                        .accessTokenExpiresAt(NOON)
                        .reauthorize(new RefreshResult.Reauthorize(
                                RefreshResult.Reason.REFUSED, new ErrorCode("InvalidToken"), "no", null))
                        .build(),
                """
                {"grant": {"contractId": "contract", "userKey": "user-42"}, "state": "REAUTHORIZE",
                 "accessTokenExpiresAt": "2026-01-01T12:00:00Z",
                 "reauthorize": {"reason": "REFUSED", "code": {"value": "InvalidToken"}, "message": "no"},
                 "storeVersion": 1}
                """);
        assertJson(
                library,
                new KeepAliveSummary(
                        KeepAliveSummary.End.DONE,
                        new KeepAliveProgress(3, 2, 0, 0, 1),
                        List.of(),
                        List.of(),
                        "user-42",
                        null),
                """
                {"end": "DONE", "progress": {"users": 3, "refreshed": 2, "skipped": 0, "consentNeeded": 0, "failed": 1},
                 "consentNeeded": [], "failures": [], "resumeAfter": "user-42"}
                """);
        assertJson(library, new DeleteResult.Deleted(), "{}");
    }

    @ParameterizedTest
    @EnumSource(JsonLibrary.class)
    void j3_listsOfFilesAreObjects(JsonLibrary library) {
        assertJson(
                library,
                new FileList(new SyncState("new"), Map.of(), List.of(), List.of()),
                "{\"state\": {\"value\": \"new\"%s}, \"accounts\": {}, \"files\": [], \"problems\": []}"
                        .formatted(library == GSON ? "" : ", \"end\": false"));
        assertJson(library, new StorageFile("id", "a.json", "/", null, null, List.of()), """
                {"id": "id", "name": "a.json", "path": "/", "problems": []}
                """);
        assertJson(library, new AccountType("NEW"), "{\"value\": \"NEW\"}");
    }

    private static void assertJson(JsonLibrary library, Object value, String expected) {
        assertThat(library.tree(value)).isEqualTo(JsonLibrary.tree(expected));
    }
}
