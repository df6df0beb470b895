package me.digi.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.Types;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.contract.ContractDescription;
import me.digi.client.contract.ContractDescription.Application;
import me.digi.client.discovery.Platform;
import me.digi.client.discovery.PublishedStatus;
import me.digi.client.discovery.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that keep what they do not know, and values that the description leaves open. */
class OpenModelsTest {
    private static final String SOURCE = """
        {"id":4000000000,"name":"n","resource":{"url":"u","width":5},"service":{"id":1,"dynamic":true},\
        "publishedStatus":"new","json":{"authorisation":{"type":"saas","mode":"m"},"sync":{}},\
        "category":[{"id":2}],"onboardable":true,"country":null,"weight":1.5,"big":18446744073709551616}\
        """;

    @Test
    void knownMembersAreTypedAndUnknownOnesKeptAtEachLevel() throws IOException {
        Source source = WireJson.read(Source.class, SOURCE);

        assertThat(source.id()).isEqualTo(4_000_000_000L);
        assertThat(source.publishedStatus()).isEqualTo(new PublishedStatus("new"));
        assertThat(source.resource().more()).isEqualTo(Map.of("width", 5L));
        assertThat(source.service().more()).isEqualTo(Map.of("dynamic", true));
        assertThat(source.json().authorisation().more()).isEqualTo(Map.of("mode", "m"));
        assertThat(source.json().more()).isEqualTo(Map.of("sync", Map.of()));
        assertThat(source.more())
                .containsEntry("category", List.of(Map.of("id", 2L)))
                .containsEntry("onboardable", true)
                .containsEntry("weight", new BigDecimal("1.5"))
                .containsEntry("big", new BigInteger("18446744073709551616"))
                .hasSize(4);
    }

    @Test
    void nothingMoreIsEmpty() throws IOException {
        assertThat(WireJson.read(Platform.class, "{\"id\":1,\"name\":null}"))
                .isEqualTo(new Platform(1L, null, null, Map.of(), List.of()));
    }

    @Test
    void requestHasTheMembersThatAreSet() {
        SourcesFilter filter = new SourcesFilter(
                List.of(),
                List.of("approved"),
                null,
                new IdFilter(List.of(234L)),
                null,
                null,
                new IdFilter(List.of(1L)),
                null,
                null,
                null);

        assertThat(WireJson.write(SourcesFilter.class, filter)).isEqualTo("""
            {"publishedStatus":["approved"],"country":{"id":[234]},"type":{"id":[1]}}\
            """);
        SourcesSearch search = new SourcesSearch(null, null, null, null, null, List.of("York"), null);
        assertThat(WireJson.write(SourcesSearch.class, search)).isEqualTo("{\"address.city\":[\"York\"]}");
    }

    @Test
    void moreIsCopiedAndCannotBeChanged() {
        Map<String, Object> more = new HashMap<>(Map.of("a", 1L));
        Platform platform = new Platform(1L, null, null, more, List.of());
        more.put("b", 2L);

        assertThat(platform.more()).isEqualTo(Map.of("a", 1L)).isUnmodifiable();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"id":1,"new":1,"new":2}       | an undescribed member occurs twice
        {"id":1,"new":{"a":1,"a":2}}   | an undescribed member cannot be read
        {"new":1}                      | id is missing
        {"id":1,"id":2}                | id occurs twice
        {"id":{}}                      | id is not a whole number
        """)
    void brokenObjectIsReportedWithTheReason(String json, String problem) throws IOException {
        assertThat(WireJson.read(Platform.class, json).problems()).containsExactly(problem);
    }

    @Test
    void unknownMemberThatEndsEarlyIsNotADataException() {
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> WireJson.read(Platform.class, "{\"id\":1,\"new\":{\"a\":[1,"));
    }

    @Test
    void openObjectIsReadAsPlainValues() throws IOException {
        String json = "{\"id\":\"a\",\"name\":\"n\",\"resources\":{\"icon\":null,\"list\":[1,{}]},\"status\":1}";
        Application application = WireJson.read(Application.class, json);

        assertThat(application.resources()).isEqualTo(Map.of("list", List.of(1L, Map.of())));
        assertThat(WireJson.read(ContractDescription.class, "{\"application\":{\"resources\":[]}}")
                        .problems())
                .contains("application.resources is not an object");
    }

    @Test
    void mapOfModelsIsReadAsFarAsItCanBe() throws IOException {
        var sets = Types.newParameterizedType(Map.class, String.class, SampleDataSet.class);

        assertThat(WireJson.read(sets, "{\"default\":{\"name\":\"n\",\"description\":\"\"}}"))
                .isEqualTo(Map.of("default", new SampleDataSet("n", "", List.of())));
        assertThat(WireJson.read(sets, "{\"default\":{\"name\":\"n\"}}"))
                .isEqualTo(Map.of("default", new SampleDataSet("n", null, List.of("description is missing"))));
    }

    @Test
    void numbersBeyondIntSurvive() throws IOException {
        SourcesResponse page = WireJson.read(
                SourcesResponse.class, "{\"data\":[],\"limit\":1,\"offset\":3000000000,\"total\":9000000000}");

        assertThat(page).isEqualTo(new SourcesResponse(List.of(), 1L, 3_000_000_000L, 9_000_000_000L, List.of()));
    }
}
