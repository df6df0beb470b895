package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import me.digi.client.auth.Completed;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.Refused;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.content.Content;
import me.digi.client.contract.AccessType;
import me.digi.client.contract.ContractDescription;
import me.digi.client.discovery.Discovery;
import me.digi.client.discovery.LookupQuery;
import me.digi.client.discovery.Source;
import me.digi.client.discovery.SourcesFilter;
import me.digi.client.discovery.SourcesPage;
import me.digi.client.discovery.SourcesQuery;
import me.digi.client.error.ApiException;
import me.digi.client.error.CallbackException;
import me.digi.client.error.DigiMeException;
import me.digi.client.push.ProviderStandard;
import me.digi.client.push.PushDescriptor;
import me.digi.client.read.Account;
import me.digi.client.report.PortabilityReport;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Operation;
import me.digi.client.storage.Storage;
import me.digi.client.storage.StorageFile;
import me.digi.client.storage.StorageFiles;
import me.digi.client.store.GrantNotFoundException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done besides authorizing and reading, against the sandbox. */
class EveryOperationTest {
    private static final PushDescriptor DESCRIPTOR = PushDescriptor.builder()
            .mimeType("text/plain")
            .addAccountIds("account-1")
            .addTags("note")
            .build();

    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private final UserAccessToken token = local.token();
    private final DigiMeUser user = KnownUser.of(local.digiMe, local.contract, token);

    @Test
    void aUserIsSentToAddASourceAndToGiveAccessToAnAccountAgain() {
        PendingConsent onboarding = user.onboard()
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .serviceId(17)
                .locale("nl")
                .start();
        assertThat(onboarding.url().getRawQuery())
                .contains("sourceType=pull&service=17")
                .contains("lng=nl");
        assertThat(onboarding.readAccount(local.sandbox.allow(onboarding.url())))
                .isInstanceOf(Completed.class);

        PendingConsent account = user.reauthorizeAccount(
                        user.listAccounts().get(0).id())
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .start();
        assertThat(account.url().getRawQuery()).contains("accountRef=");
        assertThat(account.readAccount(local.sandbox.allow(account.url())))
                .asInstanceOf(type(Completed.class))
                .returns(user.listAccounts().get(0).reference(), completed -> completed.accountReference());
    }

    @Test
    void accessToAnAccountIsRevokedOnAPageAndTheWayBackIsRead() {
        PendingConsent pending =
                user.revokeAccountPermission(user.listAccounts().get(0).id(), URI.create(LocalDigiMe.REDIRECT_URI));
        assertThat(pending.readAccount("result=failed&error_message=not+now")).isEqualTo(new Refused(null, "not now"));
        for (String callback : List.of("", "result=maybe", "result=success&result=failed")) {
            assertThatThrownBy(() -> pending.readAccount(callback)).isInstanceOf(CallbackException.class);
        }
        assertThat(pending.readAccount(local.sandbox.allow(pending.url()))).isEqualTo(new Completed(null, null));
    }

    @Test
    void anAccountAndThenTheUserAreDeletedAndTheTokenIsGoneFromTheStore() {
        Account account = user.listAccounts().get(0);
        user.deleteAccount(account.id());
        assertThat(user.listAccounts()).extracting(Account::id).doesNotContain(account.id());
        user.delete();
        assertThatThrownBy(user::listAccounts).isInstanceOf(GrantNotFoundException.class);
    }

    @Test
    void deletingRefreshesAnExpiredTokenLikeAnyOtherCall() {
        local.sandbox.expireAccessTokens();
        user.deleteAccount(local.sandbox
                .library(String.valueOf(token.userId()))
                .accountIds()
                .get(0));
        assertThat(local.sandbox.requests().count(Operation.REFRESH_TOKEN)).isOne();
    }

    @Test
    void contentOfAnySizeIsPushedWhole() {
        DigiMeUser pusher = pusher();
        for (int size : new int[] {0, 1, 16, 100_000}) {
            pusher.pushToLibrary(DESCRIPTOR, Content.of(new byte[size]));
            pusher.pushToLibrary(DESCRIPTOR, Content.once(new ByteArrayInputStream(new byte[size])));
        }
        assertThat(local.sandbox.requests().count(Operation.PUSH_TO_LIBRARY)).isEqualTo(8);
    }

    @Test
    void contentThatCanBeOpenedAgainSurvivesARefusedToken() {
        DigiMeUser pusher = pusher();
        local.sandbox.expireAccessTokens();
        pusher.pushToLibrary(DESCRIPTOR, Content.of("twice if need be"));
        assertThat(local.sandbox.requests().count(Operation.PUSH_TO_LIBRARY)).isEqualTo(2);
        assertThat(local.sandbox.requests().count(Operation.REFRESH_TOKEN)).isOne();
    }

    @Test
    void contentThatCanBeReadOnceIsSentOnceWithATokenThatWasRefreshedBeforeIt() {
        DigiMeUser pusher = pusher();
        local.sandbox.clock().advance(Duration.ofDays(2));
        pusher.pushToLibrary(DESCRIPTOR, Content.once(4, stream("once")));
        assertThat(local.sandbox.requests().count(Operation.PUSH_TO_LIBRARY)).isOne();
        assertThat(local.sandbox.requests().count(Operation.REFRESH_TOKEN)).isOne();

        local.sandbox.expireAccessTokens();
        Content refused = Content.once(4, stream("once"));
        assertThatThrownBy(() -> pusher.pushToLibrary(DESCRIPTOR, refused)).isInstanceOf(ApiException.class);
        assertThat(local.sandbox.requests().count(Operation.PUSH_TO_LIBRARY)).isEqualTo(2);
    }

    @Test
    void contentShorterOrLongerThanItSaidDoesNotArriveAsAWhole() {
        DigiMeUser pusher = pusher();
        for (long length : new long[] {3, 5}) {
            assertThatThrownBy(() -> pusher.pushToLibrary(DESCRIPTOR, Content.once(length, stream("four"))))
                    .isInstanceOf(DigiMeException.class);
        }
    }

    @Test
    void dataIsPushedToAProvider() {
        ContractDetails push = local.sandbox.addContract("push-to-provider", ContractKind.PUSH);
        UserAccessToken owner = local.token(push);
        String accountId = local.sandbox
                .library(String.valueOf(owner.userId()))
                .accountIds()
                .get(0);
        KnownUser.of(local.digiMe, push, owner)
                .pushToProvider(accountId, ProviderStandard.FHIR_STU3, "{\"resourceType\":\"Observation\"}");
        assertThat(local.last(Operation.PUSH_TO_PROVIDER).path()).endsWith("/fhir/stu3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pusher().pushToProvider("account-1", ProviderStandard.FHIR_STU3, "[]"))
                .withMessageContaining("json");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pusher().pushToProvider("a\nb", ProviderStandard.FHIR_STU3, "{}"))
                .withMessageContaining("accountId");
    }

    @Test
    void aReportHasTheBoundsThatAreSetAndNoOthers() throws Exception {
        try (InputStream report = user.downloadReport(PortabilityReport.medMij())) {
            assertThat(new String(report.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("<?xml");
        }
        assertThat(local.last(Operation.DOWNLOAD_REPORT).query()).isEqualTo("format=xml");
        user.downloadReport(PortabilityReport.medMij(Instant.ofEpochSecond(1_600_000_000), null))
                .close();
        assertThat(local.last(Operation.DOWNLOAD_REPORT).query()).isEqualTo("format=xml&from=1600000000");
    }

    @Test
    void aContractIsDescribedWithItsCertificate() {
        ContractDescription description = local.digiMe.describeContract(local.contract);
        assertThat(description.id()).isEqualTo(local.contract.contractId());
        assertThat(description.accessType()).isEqualTo(AccessType.READ);
        assertThat(description.application().id()).isEqualTo(local.sandbox.applicationId());
        assertThat(description.x509Certificate()).isNotNull();
    }

    @Test
    void sourcesAreListedPageByPageWithTheOfficialDefaults() {
        Discovery discovery = local.digiMe.discovery(local.contract);
        SourcesPage all = discovery.listSources();
        assertThat(local.last(Operation.LIST_SOURCES).body())
                .isEqualTo("{\"query\":{\"filter\":{\"publishedStatus\":[\"approved\"],\"type\":{\"id\":[1]}}}}");
        assertThat(all.sources()).hasSizeGreaterThan(1);

        List<Long> ids = new ArrayList<>();
        discovery.listAllSources(SourcesQuery.builder().limit(1).build()).forEach(source -> ids.add(source.id()));
        assertThat(ids)
                .containsExactlyElementsOf(
                        all.sources().stream().map(Source::id).toList());

        long first = ids.get(0);
        SourcesQuery one = SourcesQuery.builder()
                .filter(SourcesFilter.builder().addIds(first).build())
                .build();
        assertThat(discovery.listSources(one).sources()).extracting(Source::id).containsExactly(first);
        assertThat(discovery.listSampleDataSets(first)).isNotNull();
    }

    @Test
    void countriesPlatformsCategoriesAndKindsOfSourceAreLookedUp() {
        Discovery discovery = local.digiMe.discovery(local.contract);
        assertThat(discovery.listCountries()).isNotEmpty();
        assertThat(discovery.listPlatforms()).isNotEmpty();
        assertThat(discovery.listCategories()).isNotEmpty();
        assertThat(discovery.listSourceTypes()).isNotEmpty();
        long id = discovery.listCountries().get(0).id();
        assertThat(discovery.listCountries(LookupQuery.builder().addIds(id).build()))
                .singleElement()
                .satisfies(country -> assertThat(country.id()).isEqualTo(id));
    }

    @Test
    void filesAreStoredEncryptedAndComeBackAsTheyWere(@TempDir Path directory) throws Exception {
        Storage storage = local.digiMe.storages(local.contract).create();
        StorageFiles files = local.digiMe.storages(local.contract).files(storage.id());
        for (int size : new int[] {0, 1, 15, 16, 17, 300_000}) {
            byte[] bytes = new byte[size];
            Arrays.fill(bytes, (byte) 'x');
            files.upload("/Notes/file-" + size + ".txt", Content.of(bytes));
            try (InputStream back = files.download("Notes/file-" + size + ".txt")) {
                assertThat(back.readAllBytes()).isEqualTo(bytes);
            }
        }
        assertThat(files.list())
                .hasSize(6)
                .extracting(StorageFile::originalPath)
                .allMatch(path -> path.startsWith("/"));
        assertThat(files.list("Notes")).hasSize(6);

        Path target = directory.resolve("back.txt");
        files.download("Notes/file-17.txt", target);
        assertThat(target).hasContent("x".repeat(17));

        files.deleteFile("Notes/file-1.txt");
        assertThat(files.listRecursively("/")).hasSize(5);
        assertThatThrownBy(() -> files.download("Notes/file-1.txt")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> files.download("Notes/file-1.txt", directory.resolve("none.txt")))
                .isInstanceOf(ApiException.class);
        assertThat(directory.toFile().list()).containsExactly("back.txt");
        files.deleteFolder("Notes");
        assertThat(files.list()).isEmpty();
    }

    @Test
    void aUserHasTheStorageThatTheyWereAuthorizedWith() throws Exception {
        Storage storage = local.digiMe.storages(local.contract).create();
        var link = local.digiMe
                .authorize(local.contract)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .storageId(storage.id())
                .start();
        SignIn owner = local.digiMe.signIn(local.contract, "owner", local.allow(link));
        assertThat(owner.user().fetchStorage().id()).isEqualTo(storage.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/../b", "a//b", "a b", "./a", "a\u0000b", "folder/", "a\tb"})
    void aPathThatTheServiceWouldNotTakeIsRejectedBeforeAnythingIsSent(String path) {
        StorageFiles files = local.digiMe.storages(local.contract).files("storage-1");
        int before = local.sandbox.requests().all().size();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> files.upload(path, Content.of("x")))
                .withMessageContaining("path");
        assertThat(local.sandbox.requests().all()).hasSize(before);
    }

    private DigiMeUser pusher() {
        ContractDetails push = local.sandbox.addContract("push-" + System.nanoTime(), ContractKind.PUSH);
        return KnownUser.of(local.digiMe, push, local.token(push));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
