package me.digi.client.sandbox.internal.operation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * Searches, filters, sorts and pages the sources. What is not filtered by is not filtered: that the official SDKs want
 * approved sources to pull from unless told otherwise is theirs to say.
 */
final class ListSources implements ApiOperation {
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

    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.LIST_SOURCES, "POST", "discovery/sources");
    }

    @Override
    public Payload payload() {
        return Payload.JSON_IF_ANY;
    }

    @Override
    public ObjectShape body() {
        return ObjectShape.object()
                .optional("limit", Shape.wholeNumber(1, 1000))
                .optional("offset", Shape.wholeNumber(0, Long.MAX_VALUE))
                .optional("sort", ObjectShape.object().required("name", Shape.oneOf("asc", "desc")))
                .optional(
                        "query",
                        ObjectShape.object()
                                .optional("search", SEARCH)
                                .optional("queryString", Shape.text())
                                .optional("include", TEXTS)
                                .optional("filter", FILTER));
    }

    @Override
    public ApiResponse respond(Call call) {
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
                        .map(source -> Including.fields(source, query.list("include")))
                        .toList());
        page.put("limit", limit);
        page.put("offset", offset);
        page.put("total", (long) found.size());
        return ApiResponse.json(page);
    }

    /** By name if that is asked for, otherwise by id. */
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
