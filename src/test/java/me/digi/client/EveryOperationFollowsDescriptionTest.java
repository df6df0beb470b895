package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import me.digi.client.auth.DataType;
import me.digi.client.auth.OrganizationType;
import me.digi.client.auth.ReauthorizationRequiredException;
import me.digi.client.auth.SampleData;
import me.digi.client.auth.SourceType;
import me.digi.client.auth.SourcesScope;
import me.digi.client.content.Content;
import me.digi.client.discovery.LookupQuery;
import me.digi.client.discovery.PublishedStatus;
import me.digi.client.discovery.SortOrder;
import me.digi.client.discovery.SourcesFilter;
import me.digi.client.discovery.SourcesQuery;
import me.digi.client.discovery.SourcesSearch;
import me.digi.client.error.ApiException;
import me.digi.client.push.ProviderStandard;
import me.digi.client.push.PushDescriptor;
import me.digi.client.read.Last;
import me.digi.client.read.Scope;
import me.digi.client.read.SessionOptions;
import me.digi.client.read.TimeRange;
import me.digi.client.report.PortabilityReport;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.ErrorShape;
import me.digi.client.spec.ApiDescription;
import me.digi.client.spec.Exchange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Whether what the client sends and what the sandbox answers is as {@code api-spec/digime.yaml} has it, for every
 * operation of both hosts, judged by a validator that is not ours.
 */
class EveryOperationFollowsDescriptionTest {
    @AutoClose
    private final CallScene scene = CallScene.withoutRetries();

    private final ApiDescription description = ApiDescription.of(scene.local.sandbox.environment());

    @Test
    void everyOperationIsCarriedOutAsDescribed() {
        for (EveryCall call : EveryCall.values()) {
            call.make(scene);
        }
        assertThat(scene.recorder.exchanges()).flatMap(description::violations).isEmpty();
        assertThat(scene.recorder.exchanges()).extracting(Exchange::status).allMatch(status -> status < 300);
        assertThat(carriedOut()).isEqualTo(ApiDescription.operations());
    }

    @Test
    void everyOptionOfAPageIsSentAsDescribed() {
        SessionOptions options = SessionOptions.builder()
                .sourceFetchLimit(Duration.ofMinutes(2))
                .sourceFetch(true)
                .addSourceFetchFilter(scene.accountId)
                .scope(Scope.builder()
                        .addTimeRanges(TimeRange.last(Last.months(6)))
                        .build())
                .build();
        SourcesScope scope = SourcesScope.builder()
                .addDataTypes(DataType.LABORATORY_RESULTS)
                .organizationType(OrganizationType.HOSPITAL)
                .build();
        scene.digiMe
                .authorize(scene.contract)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .userAccessToken(scene.token)
                .storageId(scene.storageId)
                .sessionOptions(options)
                .sourcesScope(scope)
                .start();
        scene.user
                .onboard()
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .sourceType(SourceType.PULL)
                .sampleData(new SampleData("default", true))
                .sessionOptions(options)
                .start();
        scene.digiMe
                .reauthorize(scene.contract, scene.token)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .sessionOptions(options)
                .start();
        scene.user.startSession(options);
        assertAsDescribedAndGood("authorize", "createReference", "createTokenReference", "startSession");
    }

    @Test
    void everyOptionOfADiscoveryIsSentAsDescribed() {
        SourcesQuery query = SourcesQuery.builder()
                .limit(2)
                .offset(1)
                .sortByName(SortOrder.DESCENDING)
                .text("linden")
                .addInclude("name", "service.id", "resource.url")
                .search(SourcesSearch.builder()
                        .addNames("a")
                        .addAbbreviations("b")
                        .addAliases("c")
                        .addMedicalCenters("d")
                        .addPractitioners("e")
                        .addCities("f")
                        .addPostalCodes("g")
                        .build())
                .filter(SourcesFilter.builder()
                        .addIds(420L)
                        .addPublishedStatuses(PublishedStatus.APPROVED, PublishedStatus.SAMPLE_DATA_ONLY)
                        .addServiceIds(1L)
                        .addCountryIds(4_000_000_000L)
                        .addCategoryIds(3L)
                        .addPlatformIds(4L)
                        .addTypeIds(1L, 2L)
                        .sourceId(420L)
                        .addReferences("r")
                        .addAliases("a")
                        .build())
                .build();
        LookupQuery lookup =
                LookupQuery.builder().addIds(1L).addInclude("id", "name").build();
        scene.digiMe.discovery(scene.contract).listSources(query);
        scene.digiMe.discovery(scene.contract).listCountries(lookup);
        scene.digiMe.discovery(scene.contract).listPlatforms(lookup);
        scene.digiMe.discovery(scene.contract).listCategories(lookup);
        scene.digiMe.discovery(scene.contract).listSourceTypes(lookup);
        assertAsDescribedAndGood("listSources", "listCountries", "listPlatforms", "listCategories", "listSourceTypes");
    }

    @Test
    void everyOptionOfWhatIsPushedStoredOrReportedIsSentAsDescribed() throws Exception {
        PushDescriptor descriptor = PushDescriptor.builder()
                .mimeType("application/json")
                .addAccountIds("one", "two")
                .addReferences("reference")
                .addTags("tag")
                .build();
        scene.pusher.pushToLibrary(descriptor, Content.once(new ByteArrayInputStream(new byte[100])));
        scene.pusher.pushToProvider(scene.accountId, ProviderStandard.FHIR_3_0_2, "{}");
        scene.user
                .downloadReport(PortabilityReport.medMij(Instant.ofEpochSecond(1), Instant.ofEpochSecond(2)))
                .close();
        scene.files.upload("/Tagebuch/2023/März-100%.json", Content.once(new ByteArrayInputStream(new byte[1])));
        scene.files.list("Tagebuch/2023");
        scene.files.listRecursively("/");
        scene.files.deleteFile("Tagebuch/2023/März-100%.json");
        assertAsDescribedAndGood(
                "pushToLibrary",
                "pushToProvider",
                "downloadReport",
                "uploadStorageFile",
                "listStorageFiles",
                "deleteStorageFile");
    }

    @Test
    void everyErrorOfEveryOperationIsAsDescribed() {
        for (EveryCall call : EveryCall.values()) {
            for (CannedResponse error : errors(call)) {
                scene.local.sandbox.failNext(call.operation, error);
                Throwable thrown = catchThrowable(() -> call.make(scene));
                // A file that is not there may yet come, and is asked for again.
                if (error.status() != 404) {
                    assertThat(thrown).as(call.name()).isInstanceOf(ApiException.class);
                }
            }
        }
        assertThat(scene.recorder.exchanges()).flatMap(description::violations).isEmpty();
        for (String operation : ApiDescription.operations()) {
            List<Integer> expected = new ArrayList<>(ApiDescription.errors(operation));
            expected.addAll(List.of(500, 503));
            assertThat(statuses(operation)).as(operation).containsAll(expected);
        }
    }

    @Test
    void whatTheSandboxRejectsItselfIsAsDescribed() {
        List<ThrowingCallable> refused = List.of(
                () -> scene.digiMe
                        .authorize(scene.contract)
                        .redirectUri("https://not.registered/")
                        .start(),
                () -> scene.digiMe.exchangeCode(scene.contract, "no-code", "no-verifier"),
                () -> scene.user.deleteAccount("no-account"),
                () -> scene.user.revokeAccountPermission("no-account", URI.create(LocalDigiMe.REDIRECT_URI)),
                () -> scene.user.revokeAccountPermission(scene.accountId, URI.create("https://not.registered/")),
                () -> scene.user.files(scene.session).read("no-file.json"),
                () -> scene.user.files(scene.session).fetchMetadata("no-file.json"),
                () -> scene.user.pushToLibrary(CallScene.DESCRIPTOR, Content.of("a contract that reads")),
                () -> scene.user.pushToProvider(scene.accountId, ProviderStandard.FHIR_STU3, "{}"),
                () -> scene.pusher.pushToProvider("no-account", ProviderStandard.FHIR_STU3, "{}"),
                () -> scene.pusher.pushToProvider(scene.accountId, new ProviderStandard("fhir", "r9"), "{}"),
                () -> scene.pusher.startSession(),
                () -> scene.user.downloadReport(new PortabilityReport("other", "xml", null, null)),
                () -> scene.digiMe.discovery(scene.contract).listSampleDataSets(9),
                () -> scene.digiMe.storages(scene.contract).files("no-storage").list(),
                () -> scene.files.download("no-file"),
                () -> scene.files.deleteFile("no-file"),
                () -> scene.files.deleteFolder("no-folder"));
        for (ThrowingCallable call : refused) {
            assertThat(catchThrowable(call)).isInstanceOf(ApiException.class);
        }
        scene.local.sandbox.expireAccessTokens();
        scene.user.listAccounts();
        scene.local.sandbox.revoke(String.valueOf(scene.token.userId()));
        assertThat(catchThrowable(scene.user::listAccounts)).isInstanceOf(ReauthorizationRequiredException.class);
        assertThat(scene.recorder.exchanges()).flatMap(description::violations).isEmpty();
        assertThat(scene.recorder.exchanges()).extracting(Exchange::status).contains(400, 401, 404);
    }

    private void assertAsDescribedAndGood(String... operations) {
        assertThat(scene.recorder.exchanges()).flatMap(description::violations).isEmpty();
        assertThat(scene.recorder.exchanges()).extracting(Exchange::status).allMatch(status -> status < 300);
        assertThat(carriedOut()).contains(operations);
    }

    private Set<String> carriedOut() {
        return scene.recorder.exchanges().stream()
                .map(description::operation)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Integer> statuses(String operation) {
        return scene.recorder.exchanges().stream()
                .filter(exchange -> description.operation(exchange).equals(operation))
                .map(Exchange::status)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** In each of the shapes that the call's host has. */
    private static List<CannedResponse> errors(EveryCall call) {
        List<CannedResponse> errors = new ArrayList<>();
        for (int status : new int[] {400, 401, 403, 404, 406, 429, 500, 503}) {
            errors.add(CannedResponse.error(shape(call), status, "Code" + status, "why", "reference"));
        }
        return errors;
    }

    private static ErrorShape shape(EveryCall call) {
        if (call == EveryCall.FILE_METADATA) {
            return ErrorShape.HEADERS_ONLY;
        }
        return call.signed == EveryCall.Signed.FOR_CLOUD ? ErrorShape.CLOUD : ErrorShape.NESTED;
    }
}
