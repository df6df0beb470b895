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
import me.digi.client.auth.SampleData;
import me.digi.client.auth.SourceType;
import me.digi.client.auth.SourcesScope;
import me.digi.client.content.Content;
import me.digi.client.discovery.LookupQuery;
import me.digi.client.discovery.PublishedStatus;
import me.digi.client.discovery.SortOrder;
import me.digi.client.discovery.SourcesQuery;
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
import me.digi.client.store.ReauthorizationRequiredException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * The client's requests and the sandbox's responses follow {@code api-spec/digime.yaml}, for every
 * operation of both hosts, according to an independent validator.
 */
class EveryOperationFollowsDescriptionTest {
    @AutoClose
    private final CallSetup setup = CallSetup.withoutRetries();

    private final ApiDescription description = ApiDescription.of(setup.sandbox.environment());

    @Test
    void everyOperationIsCarriedOutAsDescribed() {
        for (EveryCall call : EveryCall.values()) {
            call.make(setup);
        }
        assertThat(setup.recorder.exchanges()).flatMap(description::violations).isEmpty();
        assertThat(setup.recorder.exchanges()).extracting(Exchange::status).allMatch(status -> status < 300);
        assertThat(carriedOut()).isEqualTo(ApiDescription.operations());
    }

    @Test
    void everyOptionOfAPageIsSentAsDescribed() {
        SessionOptions options = SessionOptions.builder()
                .sourceFetchLimit(Duration.ofMinutes(2))
                .sourceFetch(true)
                .addSourceFetchFilter(setup.accountId)
                .scope(Scope.builder()
                        .addTimeRanges(TimeRange.last(Last.months(6)))
                        .build())
                .build();
        SourcesScope scope = SourcesScope.builder()
                .addDataTypes(DataType.LABORATORY_RESULTS)
                .organizationType(OrganizationType.HOSPITAL)
                .build();
        setup.digiMe
                .authorize(setup.contract)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .userAccessToken(setup.token)
                .storageId(setup.storageId)
                .sessionOptions(options)
                .sourcesScope(scope)
                .start();
        setup.user
                .onboard()
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .sourceType(SourceType.PULL)
                .sampleData(new SampleData("default", true))
                .sessionOptions(options)
                .start();
        setup.digiMe
                .reauthorize(setup.contract, setup.token)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .sessionOptions(options)
                .start();
        setup.user.startSession(options);
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
                .addSearchNames("a")
                .addSearchAbbreviations("b")
                .addSearchAliases("c")
                .addSearchMedicalCenters("d")
                .addSearchPractitioners("e")
                .addSearchCities("f")
                .addSearchPostalCodes("g")
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
                .build();
        LookupQuery lookup =
                LookupQuery.builder().addIds(1L).addInclude("id", "name").build();
        setup.digiMe.discovery(setup.contract).listSources(query);
        setup.digiMe.discovery(setup.contract).listCountries(lookup);
        setup.digiMe.discovery(setup.contract).listPlatforms(lookup);
        setup.digiMe.discovery(setup.contract).listCategories(lookup);
        setup.digiMe.discovery(setup.contract).listSourceTypes(lookup);
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
        setup.pusher.pushToLibrary(descriptor, Content.oneShot(new ByteArrayInputStream(new byte[100])));
        setup.pusher.pushToProvider(setup.accountId, ProviderStandard.FHIR_3_0_2, "{}");
        setup.user
                .downloadReport(PortabilityReport.medMij(Instant.ofEpochSecond(1), Instant.ofEpochSecond(2)))
                .close();
        setup.files.upload("/Tagebuch/2023/März-100%.json", Content.oneShot(new ByteArrayInputStream(new byte[1])));
        setup.files.list("Tagebuch/2023");
        setup.files.listRecursively("/");
        setup.files.deleteFile("Tagebuch/2023/März-100%.json");
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
                setup.sandbox.failNext(call.operation, error);
                Throwable thrown = catchThrowable(() -> call.make(setup));
                // A missing file may still arrive, and is requested again.
                if (error.status() != 404) {
                    assertThat(thrown).as(call.name()).isInstanceOf(ApiException.class);
                }
            }
        }
        assertThat(setup.recorder.exchanges()).flatMap(description::violations).isEmpty();
        for (String operation : ApiDescription.operations()) {
            List<Integer> expected = new ArrayList<>(ApiDescription.errors(operation));
            expected.addAll(List.of(500, 503));
            assertThat(statuses(operation)).as(operation).containsAll(expected);
        }
    }

    @Test
    void rejectionsOfTheSandboxFollowTheDescription() {
        List<ThrowingCallable> refused = List.of(
                () -> setup.digiMe
                        .authorize(setup.contract)
                        .redirectUri("https://not.registered/")
                        .start(),
                () -> setup.digiMe.exchangeCode(setup.contract, "no-code", "no-verifier"),
                () -> setup.user.deleteAccount("no-account"),
                () -> setup.user.revokeAccountPermission("no-account", URI.create(LocalDigiMe.REDIRECT_URI)),
                () -> setup.user.revokeAccountPermission(setup.accountId, URI.create("https://not.registered/")),
                () -> setup.user.files(setup.session).read("no-file.json"),
                () -> setup.user.files(setup.session).fetchMetadata("no-file.json"),
                () -> setup.user.pushToLibrary(CallSetup.DESCRIPTOR, Content.of("a contract that reads")),
                () -> setup.user.pushToProvider(setup.accountId, ProviderStandard.FHIR_STU3, "{}"),
                () -> setup.pusher.pushToProvider("no-account", ProviderStandard.FHIR_STU3, "{}"),
                () -> setup.pusher.pushToProvider(setup.accountId, new ProviderStandard("fhir", "r9"), "{}"),
                () -> setup.pusher.startSession(),
                () -> setup.user.downloadReport(new PortabilityReport("other", "xml", null, null)),
                () -> setup.digiMe.discovery(setup.contract).listSampleDataSets(9),
                () -> setup.digiMe.storages(setup.contract).files("no-storage").list(),
                () -> setup.files.download("no-file"),
                () -> setup.files.deleteFile("no-file"),
                () -> setup.files.deleteFolder("no-folder"));
        for (ThrowingCallable call : refused) {
            assertThat(catchThrowable(call)).isInstanceOf(ApiException.class);
        }
        setup.sandbox.expireAccessTokens();
        setup.user.listAccounts();
        setup.sandbox.revoke(String.valueOf(setup.token.userId()));
        assertThat(catchThrowable(setup.user::listAccounts)).isInstanceOf(ReauthorizationRequiredException.class);
        assertThat(setup.recorder.exchanges()).flatMap(description::violations).isEmpty();
        assertThat(setup.recorder.exchanges()).extracting(Exchange::status).contains(400, 401, 404);
    }

    private void assertAsDescribedAndGood(String... operations) {
        assertThat(setup.recorder.exchanges()).flatMap(description::violations).isEmpty();
        assertThat(setup.recorder.exchanges()).extracting(Exchange::status).allMatch(status -> status < 300);
        assertThat(carriedOut()).contains(operations);
    }

    private Set<String> carriedOut() {
        return setup.recorder.exchanges().stream()
                .map(description::operation)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Integer> statuses(String operation) {
        return setup.recorder.exchanges().stream()
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
