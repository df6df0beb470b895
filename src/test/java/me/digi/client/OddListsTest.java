package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.PageRequest;
import me.digi.client.contract.ContractDescription;
import me.digi.client.discovery.Category;
import me.digi.client.discovery.PublishedStatus;
import me.digi.client.discovery.SampleDataSet;
import me.digi.client.discovery.Source;
import me.digi.client.discovery.SourcesPage;
import me.digi.client.discovery.SourcesQuery;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.read.Account;
import me.digi.client.read.AccountSync;
import me.digi.client.read.AccountType;
import me.digi.client.read.FileList;
import me.digi.client.read.FileSchema;
import me.digi.client.read.SyncState;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Operation;
import me.digi.client.storage.StorageFile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists with undescribed values: what can be read is read, and what decisions depend on is checked. */
class OddListsTest {
    private static final String ACCOUNT = "{\"id\":\"17_1\",\"reference\":\"r\",\"type\":\"USER\",\"createdDate\":1,"
            + "\"updatedDate\":2,\"serviceGroupId\":1,\"serviceGroupName\":\"g\",\"serviceTypeId\":2,\"serviceTypeName\":"
            + "\"t\",\"serviceTypeReference\":\"tr\",\"sourceId\":3}";

    @AutoClose
    private final CallSetup setup = CallSetup.withoutRetries();

    private void respond(Operation operation, String json) {
        setup.sandbox.failNext(operation, CannedResponse.json(200, json));
    }

    private List<Account> accounts(String json) {
        respond(Operation.LIST_ACCOUNTS, json);
        return setup.user.listAccounts();
    }

    private FileList fileList(String json) {
        respond(Operation.LIST_FILES, json);
        return setup.user.files(setup.session).list();
    }

    private SourcesPage sources(String json) {
        respond(Operation.LIST_SOURCES, json);
        return setup.digiMe.discovery(setup.contract).listSources();
    }

    @Test
    void h14_anAccountThatIsAsDescribedHasNoProblems() {
        assertThat(accounts("[" + ACCOUNT + "]").get(0).problems()).isEmpty();
        assertThat(setup.user.listAccounts())
                .allSatisfy(account -> assertThat(account.problems()).isEmpty());
    }

    @Test
    void h14_oneOddAccountDoesNotCostTheOthers() {
        String odd = ACCOUNT.replace("\"type\":\"USER\"", "\"type\":null")
                .replace("\"createdDate\":1", "\"createdDate\":\"yesterday\"")
                .replace(
                        "\"sourceId\":3",
                        "\"sourceId\":\"3\",\"username\":5,\"sample\":\"no\",\"new\":[[{}]],"
                                + "\"accessTokenStatus\":{\"authorized\":\"yes\"}");

        List<Account> accounts = accounts("[" + odd + ",null,7," + ACCOUNT + ",{}]");

        assertThat(accounts).hasSize(5);
        Account first = accounts.get(0);
        assertThat(first.id()).isEqualTo("17_1");
        assertThat(first.type()).isNull();
        assertThat(first.createdAt()).isNull();
        assertThat(first.updatedAt()).isNotNull();
        assertThat(first.sourceId()).isEqualTo(3L);
        assertThat(first.username()).isEqualTo("5");
        assertThat(first.sample()).isNull();
        assertThat(first.accessTokenStatus()).isNull();
        assertThat(first.problems())
                .containsExactlyInAnyOrder(
                        "type is missing",
                        "createdDate is not a whole number",
                        "sourceId is not a whole number",
                        "username is not text",
                        "sample is not true or false",
                        "accessTokenStatus.authorized is not true or false");
        for (int i : List.of(1, 2)) {
            assertThat(accounts.get(i).id()).isEmpty();
            assertThat(accounts.get(i).problems()).containsExactly("is not an object");
        }
        assertThat(accounts.get(3).type()).isEqualTo(AccountType.USER);
        assertThat(accounts.get(3).problems()).isEmpty();
        assertThat(accounts.get(4).id()).isEmpty();
        assertThat(accounts.get(4).problems()).hasSize(11).contains("id is missing", "sourceId is missing");
    }

    @Test
    void h14_duplicatesAndNumbersOutOfRangeAreProblems() {
        Account account = accounts("["
                        + ACCOUNT.replace(
                                "\"sourceId\":3",
                                "\"sourceId\":3,\"sourceId\":4,\"type\":\"X\","
                                        + "\"serviceProviderId\":1.5,\"username\":" + "9".repeat(500))
                        + "]")
                .get(0);

        assertThat(account.sourceId()).isEqualTo(3L);
        assertThat(account.type()).isEqualTo(AccountType.USER);
        assertThat(account.serviceProviderId()).isNull();
        assertThat(account.username()).isNull();
        assertThat(account.problems())
                .containsExactlyInAnyOrder(
                        "sourceId occurs twice",
                        "type occurs twice",
                        "serviceProviderId is not a whole number",
                        "username is not text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "\"\"", "7", "[", "[{]", "[" + ACCOUNT + "] x"})
    void h14_whatIsNotAListIsAnError(String json) {
        respond(Operation.LIST_ACCOUNTS, json);
        assertThatThrownBy(setup.user::listAccounts).isInstanceOf(UnexpectedResponseException.class);
    }

    @Test
    void h14_noCallAcceptsAnAccountWithoutAnId() {
        String id = accounts("[{}]").get(0).id();
        setup.forget();

        assertThatThrownBy(() -> setup.user.deleteAccount(id)).isInstanceOf(IllegalArgumentException.class);
        assertThat(setup.asked()).isEmpty();
    }

    @Test
    void h14_oneOddFileOrAccountDoesNotCostTheList() {
        FileList list = fileList("{\"status\":{\"state\":\"partial\",\"details\":{\"a\":{\"state\":\"completed\"},"
                + "\"b\":\"broken\",\"c\":{\"state\":7,\"error\":\"boom\"},\"d\":{\"error\":{\"code\":511,"
                + "\"statusCode\":\"511\",\"objectTypeErrors\":[{\"objectType\":1},3]}}}},\"fileList\":["
                + "{\"name\":\"f\",\"updatedDate\":\"1700000600000\",\"objectCount\":\"42\",\"schema\":\"fhir\"},null,"
                + "{\"name\":\"g\",\"updatedDate\":1}]}");

        assertThat(list.state()).isEqualTo(SyncState.PARTIAL);
        assertThat(list.problems()).isEmpty();
        assertThat(list.accounts().get("a")).isEqualTo(new AccountSync(SyncState.COMPLETED, null));
        assertThat(list.accounts().get("b").state()).isNull();
        assertThat(list.accounts().get("b").problems()).containsExactly("is not an object");
        assertThat(list.accounts().get("c").state()).isEqualTo(new SyncState("7"));
        assertThat(list.accounts().get("c").error().needsReauthorization()).isFalse();
        assertThat(list.accounts().get("c").problems()).containsExactly("state is not text", "error is not an object");
        AccountSync reauthorize = list.accounts().get("d");
        assertThat(reauthorize.error().needsReauthorization()).isTrue();
        assertThat(reauthorize.error().code()).isEqualTo(new ErrorCode("511"));
        assertThat(reauthorize.error().objectTypeErrors()).hasSize(2);
        assertThat(reauthorize.problems())
                .containsExactly(
                        "error.code is not text",
                        "error.statusCode is not a whole number",
                        "error.objectTypeErrors[0].error is missing",
                        "error.objectTypeErrors[1] is not an object",
                        "state is missing");
        assertThat(list.files()).hasSize(3);
        assertThat(list.files().get(0).name()).isEqualTo("f");
        assertThat(list.files().get(0).updatedAt()).isNotNull();
        assertThat(list.files().get(0).objectCount()).isEqualTo(42L);
        assertThat(list.files().get(0).schema()).isEqualTo(new FileSchema(null, null, null));
        assertThat(list.files().get(0).problems()).hasSize(3);
        assertThat(list.files().get(1).name()).isEmpty();
        assertThat(list.files().get(2).problems()).isEmpty();
    }

    @Test
    void h14_accountsThatAreNotAnObjectAreAProblemOfTheList() {
        FileList list = fileList("{\"status\":{\"state\":\"running\",\"details\":[]}}");

        assertThat(list.accounts()).isEmpty();
        assertThat(list.problems()).containsExactly("details is not an object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fileList\":[]}",
                "{\"status\":\"completed\"}",
                "{\"status\":{\"state\":null}}",
                "{\"status\":{\"state\":1}}",
                "{\"status\":{\"state\":\"running\",\"state\":\"completed\"}}",
                "{\"status\":{\"state\":\" \"}}",
                "{\"status\":{\"state\":\"completed\"},\"fileList\":{}}",
                "{\"status\":{\"state\":\"completed\"},\"fileList\":\"none\"}"
            })
    void h14_withoutItsStateOrItsFilesAListIsNotOne(String json) {
        respond(Operation.LIST_FILES, json);
        assertThatThrownBy(() -> setup.user.files(setup.session).list())
                .isInstanceOf(UnexpectedResponseException.class);
    }

    @Test
    void h14_aSourceKeepsWhatCanBeRead() {
        SourcesPage page =
                sources("{\"data\":[{\"id\":1,\"publishedStatus\":5,\"service\":[],\"json\":{\"authorisation\":"
                        + "{\"type\":1}},\"resource\":{\"url\":null}},{\"id\":\"2\",\"name\":null,\"publishedStatus\":\"\"},"
                        + "{\"name\":\"n\",\"new\":1,\"new\":2},false],\"limit\":\"20\",\"total\":null}");

        assertThat(page.limit()).isEqualTo(20);
        assertThat(page.offset()).isZero();
        assertThat(page.total()).isNull();
        assertThat(page.sources()).hasSize(4);
        Source first = page.sources().get(0);
        assertThat(first.publishedStatus()).isEqualTo(PublishedStatus.SAMPLE_DATA_ONLY);
        assertThat(first.service().id()).isZero();
        assertThat(first.json().authorisation().type()).isEqualTo("1");
        assertThat(first.problems())
                .containsExactly(
                        "publishedStatus is not text",
                        "service is not an object",
                        "json.authorisation.type is not text");
        assertThat(page.sources().get(1).id()).isEqualTo(2);
        assertThat(page.sources().get(1).publishedStatus()).isNull();
        assertThat(page.sources().get(2).id()).isZero();
        assertThat(page.sources().get(2).more()).isEqualTo(Map.of("new", 1L));
        assertThat(page.sources().get(2).problems())
                .containsExactly("an undescribed member occurs twice", "id is missing");
        assertThat(page.sources().get(3).problems()).containsExactly("is not an object");
    }

    @Test
    void h14_allSourcesEndWithoutATotalToo() {
        respond(Operation.LIST_SOURCES, "{\"data\":[{\"id\":1}]}");
        respond(Operation.LIST_SOURCES, "{\"data\":[{\"id\":2}],\"total\":\"many\"}");
        respond(Operation.LIST_SOURCES, "{\"data\":[]}");

        assertThat(setup.digiMe
                        .discovery(setup.contract)
                        .listAllSources(SourcesQuery.builder().build()))
                .extracting(Source::id)
                .containsExactly(1L, 2L);
    }

    @Test
    void h14_otherListsOfDiscoveryKeepWhatCanBeRead() {
        String odd = "{\"data\":[{\"id\":\"1\",\"name\":true,\"reference\":{},\"resource\":7},{}]}";
        respond(Operation.LIST_COUNTRIES, odd);
        respond(Operation.LIST_PLATFORMS, odd);
        respond(Operation.LIST_CATEGORIES, odd);
        respond(Operation.LIST_SOURCE_TYPES, odd);
        respond(
                Operation.LIST_SAMPLE_DATA_SETS,
                "{\"a\":null,\"b\":{\"name\":5},\"c\":{\"name\":\"n\",\"description\":\"\"}}");
        var discovery = setup.digiMe.discovery(setup.contract);

        assertThat(discovery.listCountries()).hasSize(2);
        assertThat(discovery.listPlatforms()).hasSize(2);
        assertThat(discovery.listSourceTypes()).hasSize(2);
        Category category = discovery.listCategories().get(0);
        assertThat(category.id()).isEqualTo(1);
        assertThat(category.name()).isEqualTo("true");
        assertThat(category.problems()).hasSize(4);
        List<SampleDataSet> sets = discovery.listSampleDataSets(1);
        assertThat(sets).extracting(SampleDataSet::id).containsExactly("a", "b", "c");
        assertThat(sets.get(0).problems()).containsExactly("is not an object");
        assertThat(sets.get(1).name()).isEqualTo("5");
        assertThat(sets.get(2).problems()).isEmpty();
    }

    @Test
    void h14_aContractKeepsWhatCanBeRead() {
        respond(
                Operation.DESCRIBE_CONTRACT,
                "{\"id\":\"c\",\"accessType\":null,\"certificate\":[],\"expirationDate\":\"never\","
                        + "\"application\":{\"name\":3,\"resources\":[]},\"type\":\"x509\"}");

        ContractDescription contract = setup.digiMe.describeContract(setup.contract);

        assertThat(contract.id()).isEqualTo("c");
        assertThat(contract.type()).isEqualTo("x509");
        assertThat(contract.accessType()).isNull();
        assertThat(contract.certificate()).isNull();
        assertThat(contract.x509Certificate()).isNull();
        assertThat(contract.expiresAt()).isNull();
        assertThat(contract.application().id()).isEmpty();
        assertThat(contract.application().name()).isEqualTo("3");
        assertThat(contract.application().resources()).isEmpty();
        assertThat(contract.problems()).contains("accessType is missing", "application.resources is not an object");

        respond(Operation.DESCRIBE_CONTRACT, "[]");
        assertThatThrownBy(() -> setup.digiMe.describeContract(setup.contract))
                .isInstanceOf(UnexpectedResponseException.class);
    }

    @Test
    void h14_oneOddStoredFileDoesNotCostTheList() {
        respond(
                Operation.LIST_STORAGE_FILES,
                "{\"files\":[{\"id\":1,\"name\":\"n\",\"path\":null},null,{\"id\":\"2\",\"name\":\"a\","
                        + "\"originalName\":\"A\",\"path\":\"/apps/x/\",\"originalPath\":\"/apps/x/\"}]}");

        List<StorageFile> files = setup.files.list();

        assertThat(files).extracting(StorageFile::id).containsExactly("1", "", "2");
        assertThat(files.get(0).problems()).contains("id is not text", "path is missing");
        assertThat(files.get(1).problems()).containsExactly("is not an object");
        assertThat(files.get(2).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"code\":\"Broken\",\"message\":5,\"reference\":77,\"new\":1,\"new\":2}}",
                "\uFEFF{\"new\":" + "[[]],\"error\":{\"message\":null,\"code\":\"Broken\",\"reference\":\"77\"}}"
            })
    void h14_anErrorKeepsWhatCanBeRead(String json) {
        setup.sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.json(400, json));

        ApiException failure = thrownBy(ApiException.class, setup.user::listAccounts);

        assertThat(failure.code()).isEqualTo(new ErrorCode("Broken"));
        assertThat(failure.reference()).isEqualTo("77");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " x", "x\\n", ".", "..", "a/b", "a/../../b", "a\\\\b"})
    void h13_aStorageIdThatIsAPathIsAnErrorOfTheFamily(String id) {
        respond(Operation.CREATE_STORAGE, "{\"id\":\"" + id + "\",\"kid\":\"k\"}");
        respond(Operation.FETCH_STORAGE, "{\"id\":\"" + id + "\",\"kid\":\"k\"}");

        UnexpectedResponseException created = thrownBy(
                UnexpectedResponseException.class,
                () -> setup.digiMe.storages(setup.contract).create());
        assertThat(created.where()).isEqualTo("$.id");
        assertThat(created.operation()).isEqualTo("createStorage");
        assertThatThrownBy(setup.user::fetchStorage).isInstanceOf(UnexpectedResponseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void h13_anInvalidSessionKeyIsAnErrorOfTheFamily(String key) {
        respond(Operation.START_SESSION, "{\"session\":{\"key\":\"" + key + "\",\"expiry\":1}}");

        assertThatThrownBy(setup.user::startSession).isInstanceOf(UnexpectedResponseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void h13_aCodeOrReferenceThatIsBlankIsAnErrorOfTheFamily(String blank) {
        setup.sandbox.failNext(Operation.AUTHORIZE, Change.claim("preauthorization_code", blank));
        assertThatThrownBy(setup::link).isInstanceOf(UnexpectedResponseException.class);

        PageRequest<?> renewal = setup.user.reauthorizeAccount(setup.accountId).redirectUri(LocalDigiMe.REDIRECT_URI);
        setup.sandbox.failNext(Operation.CREATE_TOKEN_REFERENCE, Change.claim("reference_code", blank));
        assertThatThrownBy(renewal::start).isInstanceOf(UnexpectedResponseException.class);
        setup.sandbox.failNext(Operation.CREATE_REFERENCE, Change.field("id", blank));
        assertThatThrownBy(renewal::start)
                .isInstanceOfSatisfying(
                        UnexpectedResponseException.class,
                        wrong -> assertThat(wrong.where()).isEqualTo("$.id"));
    }

    @Test
    void h14_onlyTheApplicationsOwnFolderIsCutFromAPath() {
        String other = "/apps/" + setup.sandbox.applicationId() + "2/";
        respond(
                Operation.LIST_STORAGE_FILES,
                "{\"files\":[{\"id\":\"1\",\"originalPath\":\"" + other + "\"}],\"total\":1}");
        assertThat(setup.files.list())
                .singleElement()
                .extracting(StorageFile::originalPath)
                .isEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/relative",
                "//elsewhere.example/page",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "data:text/html,x",
                "https:",
                "https:///page",
                "https:page",
                "https://user@elsewhere.example/",
                "http://elsewhere.example/page",
                "not a URI",
                "https://elsewhere.example/\\u0000"
            })
    void h12_aUserIsSentToNoSuchPage(String location) {
        respond(Operation.REVOKE_ACCOUNT_PERMISSION, "{\"location\":\"" + location + "\"}");

        UnexpectedResponseException unexpected = thrownBy(
                UnexpectedResponseException.class,
                () -> setup.user.revokeAccountPermission(setup.accountId, URI.create(LocalDigiMe.REDIRECT_URI)));

        assertThat(unexpected.where()).isEqualTo("$.location");
        assertThat(unexpected.operation()).isEqualTo("revokeAccountPermission");
        assertThat(unexpected).hasMessageNotContaining("elsewhere").hasMessageNotContaining("javascript");
    }

    @Test
    void h12_httpsIsAcceptedAndHttpOnlyAtTheEnvironment() {
        String there = setup.sandbox
                .environment()
                .onboardUrl()
                .resolve("revoke?code=1")
                .toString();
        assertThat(there).startsWith("http://");
        for (String location : List.of("https://elsewhere.example/page?code=1", "HTTPS://ELSEWHERE.example/", there)) {
            respond(Operation.REVOKE_ACCOUNT_PERMISSION, "{\"location\":\"" + location + "\"}");

            assertThat(setup.user
                            .revokeAccountPermission(setup.accountId, URI.create(LocalDigiMe.REDIRECT_URI))
                            .url())
                    .hasToString(location);
        }
    }
}
