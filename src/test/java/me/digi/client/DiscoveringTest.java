package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import me.digi.client.discovery.Country;
import me.digi.client.discovery.Discovery;
import me.digi.client.discovery.LookupQuery;
import me.digi.client.discovery.PublishedStatus;
import me.digi.client.discovery.SampleDataSet;
import me.digi.client.discovery.SortOrder;
import me.digi.client.discovery.Source;
import me.digi.client.discovery.SourcesPage;
import me.digi.client.discovery.SourcesQuery;
import me.digi.client.error.ApiException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Operation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests and responses of discovery. */
class DiscoveringTest {
    private static final String DEFAULTS = "\"publishedStatus\":[\"approved\"],\"type\":{\"id\":[1]}";

    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private final Discovery discovery = local.digiMe.discovery(local.contract);

    @Test
    void unsetOptionsAreNotSentExceptForTheOfficialDefaults() {
        assertThat(sent(query -> query)).isEqualTo("{\"query\":{\"filter\":{" + DEFAULTS + "}}}");
    }

    @Test
    void everyOptionOfAQueryIsSentByItself() {
        String filter = "\"query\":{\"filter\":{" + DEFAULTS + "}}}";
        assertThat(sent(query -> query.limit(7))).isEqualTo("{\"limit\":7," + filter);
        assertThat(sent(query -> query.offset(4_000_000_000L))).isEqualTo("{\"offset\":4000000000," + filter);
        assertThat(sent(query -> query.sortByName(SortOrder.ASCENDING)))
                .isEqualTo("{\"sort\":{\"name\":\"asc\"}," + filter);
        assertThat(sent(query -> query.sortByName(SortOrder.DESCENDING)))
                .isEqualTo("{\"sort\":{\"name\":\"desc\"}," + filter);
        assertThat(sent(query -> query.text("st \"mary\"")))
                .isEqualTo("{\"query\":{\"queryString\":\"st \\\"mary\\\"\",\"filter\":{" + DEFAULTS + "}}}");
        assertThat(sent(query -> query.addInclude("name", "service.id")))
                .isEqualTo("{\"query\":{\"include\":[\"name\",\"service.id\"],\"filter\":{" + DEFAULTS + "}}}");
    }

    @Test
    void everyMemberOfASearchIsSentByItself() {
        Map<String, UnaryOperator<SourcesQuery.Builder>> members = Map.of(
                "name", query -> query.addSearchNames("x"),
                "abbreviation", query -> query.addSearchAbbreviations("x"),
                "alias", query -> query.addSearchAliases("x"),
                "medicalCenter", query -> query.addSearchMedicalCenters("x"),
                "practitioner", query -> query.addSearchPractitioners("x"),
                "address.city", query -> query.addSearchCities("x"),
                "address.zipCode", query -> query.addSearchPostalCodes("x"));
        members.forEach((name, member) -> assertThat(sent(member))
                .isEqualTo("{\"query\":{\"search\":{\"" + name + "\":[\"x\"]},\"filter\":{" + DEFAULTS + "}}}"));
    }

    @Test
    void everyMemberOfAFilterIsSentByItself() {
        assertThat(sent(query -> query.addIds(1L, 5_000_000_000L))).contains("{\"id\":[1,5000000000],");
        assertThat(discovery
                        .listSources(SourcesQuery.builder().addIds(17L).build())
                        .sources())
                .extracting(Source::id)
                .containsExactly(17L);
        assertThat(sent(query -> query.addServiceIds(2L))).contains("\"service\":{\"id\":[2]}");
        assertThat(sent(query -> query.addCountryIds(3L))).contains("\"country\":{\"id\":[3]}");
        assertThat(sent(query -> query.addCategoryIds(4L))).contains("\"category\":{\"id\":[4]}");
        assertThat(sent(query -> query.addPlatformIds(5L))).contains("\"platform\":{\"id\":[5]}");
        assertThat(sent(query -> query.sourceId(6L))).contains("\"sourceId\":6");
        assertThat(sent(query -> query.addReferences("r"))).contains("\"reference\":[\"r\"]");
        assertThat(sent(query -> query.addAliases("a"))).contains("\"alias\":[\"a\"]");
        assertThat(sent(query -> query.addTypeIds(2L)))
                .contains("\"type\":{\"id\":[2]}", "\"publishedStatus\":[\"approved\"]");
        assertThat(sent(query -> query.addPublishedStatuses(PublishedStatus.SAMPLE_DATA_ONLY)))
                .contains("\"type\":{\"id\":[1]}", "\"publishedStatus\":[\"sampledataonly\"]");
    }

    @Test
    void lookupsSendWhatIsSet() {
        List<Country> countries = discovery.listCountries();
        assertThat(local.last(Operation.LIST_COUNTRIES).body()).isEqualTo("{}");
        long id = countries.get(0).id();
        assertThat(discovery.listCountries(LookupQuery.builder().addIds(id).build()))
                .extracting(Country::id)
                .containsExactly(id);
        assertThat(discovery.listPlatforms()).isNotEmpty();
        assertThat(discovery.listCategories()).isNotEmpty();
        assertThat(discovery.listSourceTypes()).isNotEmpty();
        LookupQuery query = LookupQuery.builder().addIds(2L).addInclude("name").build();
        discovery.listPlatforms(query);
        discovery.listCategories(query);
        discovery.listSourceTypes(query);
        for (Operation operation :
                List.of(Operation.LIST_PLATFORMS, Operation.LIST_CATEGORIES, Operation.LIST_SOURCE_TYPES)) {
            assertThat(local.last(operation).body())
                    .isEqualTo("{\"query\":{\"include\":[\"name\"],\"filter\":{\"id\":[2]}}}");
        }
    }

    @Test
    void invalidQueriesAreRejectedAtOnceAndShown() {
        List<ThrowingCallable> wrong = List.of(
                () -> SourcesQuery.builder().limit(0).build(),
                () -> SourcesQuery.builder().offset(-1).build(),
                () -> SourcesQuery.builder().addInclude(" ").build(),
                () -> SourcesQuery.builder().addSearchNames("").build(),
                () -> SourcesQuery.builder().addSearchCities(" x").build(),
                () -> SourcesQuery.builder().addIds(0L).build(),
                () -> SourcesQuery.builder().sourceId(-5L).build(),
                () -> SourcesQuery.builder().addCountryIds(-1L).build(),
                () -> SourcesQuery.builder().addReferences("").build(),
                () -> LookupQuery.builder().addIds(0L).build(),
                () -> LookupQuery.builder().addInclude("").build(),
                () -> new PublishedStatus(""),
                () -> discovery.listSampleDataSets(0));
        List<String> messages = List.of(
                "limit must be 1 or more: 0",
                "offset must be 0 or more: -1",
                "include must not be blank: \" \"",
                "searchNames must not be blank: \"\"",
                "searchCities must not begin or end with white space: \" x\"",
                "ids must be 1 or more: 0",
                "sourceId must be 1 or more: -5",
                "countryIds must be 1 or more: -1",
                "references must not be blank: \"\"",
                "ids must be 1 or more: 0",
                "include must not be blank: \"\"",
                "value must not be blank: \"\"",
                "sourceId must be 1 or more: 0");
        for (int i = 0; i < wrong.size(); i++) {
            assertThatIllegalArgumentException().isThrownBy(wrong.get(i)).withMessage(messages.get(i));
        }
        assertThat(local.asked()).isEmpty();
    }

    @Test
    void newMembersOfAResponseAreKept() {
        respond(Operation.LIST_SOURCES, """
                {"data":[{"id":9000000000,"name":"n","publishedStatus":"paused","new":{"a":[1]},
                  "json":{"authorisation":{"type":"app"},"new":1},
                  "service":{"id":5000000000,"new":true},"resource":{"url":"u","mimetype":"m","new":"x"}}],
                 "limit":3000000000,"offset":4000000000,"total":5000000000,"new":1}""");
        SourcesPage page = discovery.listSources();
        assertThat(page.limit()).isEqualTo(3_000_000_000L);
        assertThat(page.offset()).isEqualTo(4_000_000_000L);
        assertThat(page.total()).isEqualTo(5_000_000_000L);
        Source source = page.sources().get(0);
        assertThat(source.id()).isEqualTo(9_000_000_000L);
        assertThat(source.publishedStatus()).isEqualTo(new PublishedStatus("paused"));
        assertThat(source.more()).isEqualTo(Map.of("new", Map.of("a", List.of(1L))));
        assertThat(source.json().authorisation().type()).isEqualTo("app");
        assertThat(source.service().id()).isEqualTo(5_000_000_000L);
        assertThat(source.service().more()).isEqualTo(Map.of("new", true));
        assertThat(source.resource().more()).isEqualTo(Map.of("new", "x"));
    }

    @Test
    void omittedMembersOfAResponseAreAbsent() {
        respond(Operation.LIST_SOURCES, "{\"data\":[{\"id\":1}],\"limit\":1,\"offset\":0,\"total\":1}");
        assertThat(discovery.listSources().sources())
                .containsExactly(new Source(1, null, null, null, null, null, Map.of(), List.of()));
        respond(Operation.LIST_COUNTRIES, "{\"data\":[{\"id\":1,\"name\":null}]}");
        assertThat(discovery.listCountries()).containsExactly(new Country(1, null, null, null, Map.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"data\":null}", "{\"data\":{}}", "{\"data\":\"none\"}", "{\"data\":[],\"data\":[]}"})
    void anInvalidResponseNamesTheInvalidMember(String json) {
        respond(Operation.LIST_COUNTRIES, json);
        UnexpectedResponseException wrong = thrownBy(UnexpectedResponseException.class, discovery::listCountries);
        assertThat(wrong.operation()).isEqualTo("listCountries");
        assertThat(wrong).hasMessageContaining("data");
    }

    @Test
    void allSourcesAreFetchedLazilyByEachIteration() {
        SourcesQuery twoByTwo = SourcesQuery.builder().limit(2).offset(1).build();
        List<Long> expected = discovery.listSources().sources().stream()
                .map(Source::id)
                .skip(1)
                .toList();
        Iterable<Source> all = discovery.listAllSources(twoByTwo);
        local.forget();
        Iterator<Source> iterator = all.iterator();
        assertThat(local.asked()).isEmpty();
        List<Long> ids =
                new ArrayList<>(List.of(iterator.next().id(), iterator.next().id()));
        assertThat(local.asked()).hasSize(1);
        iterator.forEachRemaining(source -> ids.add(source.id()));
        assertThat(ids).isEqualTo(expected);
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
        assertThat(all).hasSize(expected.size());
    }

    @Test
    void aServiceThatRepeatsAPageIsNotQueriedEndlessly() {
        String page = "{\"data\":[{\"id\":1},{\"id\":2}],\"limit\":2,\"offset\":0,\"total\":6}";
        for (int i = 0; i < 10; i++) {
            respond(Operation.LIST_SOURCES, page);
        }
        assertThat(discovery.listAllSources(SourcesQuery.builder().limit(2).build()))
                .hasSize(6);
        assertThat(local.requests(Operation.LIST_SOURCES)).hasSize(3);
    }

    @Test
    void aServiceThatRepeatsAPageAndHasNoTotalIsNotQueriedEndlessly() {
        for (int i = 0; i < 10; i++) {
            respond(Operation.LIST_SOURCES, "{\"data\":[{\"id\":1},{\"id\":2}]}");
        }
        assertThat(discovery.listAllSources(SourcesQuery.builder().build()))
                .extracting(Source::id)
                .containsExactly(1L, 2L);
        assertThat(local.requests(Operation.LIST_SOURCES)).hasSize(2);
    }

    @Test
    void aPageThatIsEmptyIsTheLast() {
        respond(Operation.LIST_SOURCES, "{\"data\":[],\"limit\":2,\"offset\":0,\"total\":6}");
        assertThat(discovery.listAllSources(SourcesQuery.builder().build())).isEmpty();
        assertThat(local.requests(Operation.LIST_SOURCES)).hasSize(1);
    }

    @Test
    void aRefusalInTheMiddleOfAllSourcesIsTheApplications() {
        Iterator<Source> iterator = discovery
                .listAllSources(SourcesQuery.builder().limit(1).build())
                .iterator();
        assertThat(iterator.next()).isNotNull();
        local.sandbox.failNext(Operation.LIST_SOURCES, CannedResponse.error(400, "ValidationErrors", "why"));
        assertThat(thrownBy(ApiException.class, iterator::hasNext)).isNotNull();
        assertThat(iterator.hasNext()).isTrue();
    }

    @Test
    void dataSetsHaveTheirIds() {
        assertThat(discovery.listSampleDataSets(142))
                .extracting(SampleDataSet::id)
                .containsExactlyInAnyOrder("default", "overdrawn");
        assertThat(discovery.listSampleDataSets(17)).isEmpty();
        assertThat(thrownBy(ApiException.class, () -> discovery.listSampleDataSets(9_000_000_000L))
                        .status())
                .isEqualTo(404);
        assertThat(local.last(Operation.LIST_SAMPLE_DATA_SETS).path()).endsWith("/9000000000");
    }

    private void respond(Operation operation, String json) {
        local.sandbox.failNext(operation, CannedResponse.json(200, json));
    }

    private String sent(UnaryOperator<SourcesQuery.Builder> options) {
        discovery.listSources(options.apply(SourcesQuery.builder()).build());
        return local.last(Operation.LIST_SOURCES).body();
    }
}
