package me.digi.client.sandbox.internal.operation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.Catalogue;
import org.jspecify.annotations.Nullable;

/** Searches the catalogue of sources. */
final class DiscoveryOperations {
    private static final long DEFAULT_LIMIT = 25;
    private static final Shape TEXTS = Shape.arrayOf(Shape.text());
    private static final Shape IDS = Shape.arrayOf(Shape.wholeNumber(1, Long.MAX_VALUE));
    private static final ObjectShape BY_ID = ObjectShape.object().required("id", IDS);

    private static final ObjectShape SEARCH = ObjectShape.object()
            .optional("name", TEXTS)
            .optional("abbreviation", TEXTS)
            .optional("alias", TEXTS)
            .optional("medicalCenter", TEXTS)
            .optional("practitioner", TEXTS)
            .optional("address.city", TEXTS)
            .optional("address.zipCode", TEXTS);

    private static final ObjectShape FILTER = ObjectShape.object()
            .optional("id", IDS)
            .optional(
                    "publishedStatus",
                    Shape.arrayOf(Shape.oneOf("approved", "pending", "deprecated", "blocked", "sampledataonly")))
            .optional("service", BY_ID)
            .optional("country", BY_ID)
            .optional("category", BY_ID)
            .optional("platform", BY_ID)
            .optional("type", BY_ID)
            .optional("sourceId", Shape.wholeNumber(1, Long.MAX_VALUE))
            .optional("reference", TEXTS)
            .optional("alias", TEXTS);

    private static final ObjectShape SOURCES_QUERY = ObjectShape.object()
            .optional("search", SEARCH)
            .optional("queryString", Shape.text())
            .optional("include", TEXTS)
            .optional("filter", FILTER);

    private static final ObjectShape CATALOGUE_QUERY = ObjectShape.object()
            .optional("include", TEXTS)
            .optional("filter", ObjectShape.object().optional("id", IDS));

    private DiscoveryOperations() {}

    /** Searches, filters, sorts and pages the sources, without a default filter; the official SDKs add theirs. */
    static ApiOperation listSources() {
        return new ApiOperation(Operation.LIST_SOURCES, "POST", "discovery/sources")
                .optionalBody(ObjectShape.object()
                        .optional("limit", Shape.wholeNumber(1, 1000))
                        .optional("offset", Shape.wholeNumber(0, Long.MAX_VALUE))
                        .optional("sort", ObjectShape.object().required("name", Shape.oneOf("asc", "desc")))
                        .optional("query", SOURCES_QUERY))
                .handle(DiscoveryOperations::handleListSources);
    }

    /** Lists countries, platforms, categories or source types. */
    static ApiOperation list(Operation operation, String name) {
        return new ApiOperation(operation, "POST", "discovery/" + name)
                .optionalBody(ObjectShape.object().optional("query", CATALOGUE_QUERY))
                .handle(call -> {
                    JsonView query = call.body().object("query");
                    List<?> data = call.world().catalogue().list(name).stream()
                            .filter(item -> Matching.filter(item, query.object("filter")))
                            .map(item -> IncludedFields.fields(item, query.list("include")))
                            .toList();
                    return ApiResponse.json(Map.of("data", data));
                });
    }

    static ApiOperation listSampleDataSets() {
        return new ApiOperation(Operation.LIST_SAMPLE_DATA_SETS, "GET", "permission-access/sample/datasets/{sourceId}")
                .handle(DiscoveryOperations::handleListSampleDataSets);
    }

    private static ApiResponse handleListSources(Call call) {
        JsonView query = call.body().object("query");
        List<JsonView> found = call.world().catalogue().list("sources").stream()
                .filter(source -> Matching.filter(source, query.object("filter")))
                .filter(source -> Matching.search(source, query.object("search")))
                .filter(source -> Matching.words(source, query.optionalText("queryString")))
                .sorted(order(call.body().object("sort").optionalText("name")))
                .toList();
        long limit = orElse(call.body().optionalNumber("limit"), DEFAULT_LIMIT);
        long offset = orElse(call.body().optionalNumber("offset"), 0);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(
                "data",
                found.stream()
                        .skip(offset)
                        .limit(limit)
                        .map(source -> IncludedFields.fields(source, query.list("include")))
                        .toList());
        page.put("limit", limit);
        page.put("offset", offset);
        page.put("total", (long) found.size());
        return ApiResponse.json(page);
    }

    private static ApiResponse handleListSampleDataSets(Call call) {
        String id = call.path("sourceId");
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw ApiErrors.malformed(Rule.SOURCE, "the source id must be a whole number from 1", "the id " + id);
        }
        Catalogue catalogue = call.world().catalogue();
        if (catalogue.source(Long.parseLong(id)) == null) {
            throw ApiErrors.notFound(Rule.SOURCE, "there is no source of that id");
        }
        return ApiResponse.json(catalogue.dataSets(Long.parseLong(id)).members());
    }

    /** By name if requested, otherwise by id. */
    private static Comparator<JsonView> order(@Nullable String byName) {
        if (byName == null) {
            return Comparator.comparing(source -> orElse(source.optionalNumber("id"), 0));
        }
        Comparator<JsonView> ascending = Comparator.comparing(source -> source.text("name"));
        return byName.equals("asc") ? ascending : ascending.reversed();
    }

    private static long orElse(@Nullable Long number, long otherwise) {
        return number == null ? otherwise : number;
    }
}
