package me.digi.client.sandbox.internal.operation;

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

/** Lists one of the things that sources are sorted by: countries, platforms, categories or types. */
final class ListCatalogue implements ApiOperation {
    private static final ObjectShape BODY = ObjectShape.object()
            .optional(
                    "query",
                    ObjectShape.object()
                            .optional("include", Shape.arrayOf(Shape.text()))
                            .optional(
                                    "filter",
                                    ObjectShape.object()
                                            .optional("id", Shape.arrayOf(Shape.wholeNumber(1, Long.MAX_VALUE)))));

    private final Operation operation;
    private final String name;

    ListCatalogue(Operation operation, String name) {
        this.operation = operation;
        this.name = name;
    }

    @Override
    public Endpoint endpoint() {
        return new Endpoint(operation, "POST", "discovery/" + name);
    }

    @Override
    public Payload payload() {
        return Payload.JSON_IF_ANY;
    }

    @Override
    public ObjectShape body() {
        return BODY;
    }

    @Override
    public ApiResponse respond(Call call) {
        JsonView query = call.body().object("query");
        List<?> data = call.world().catalogue().list(name).stream()
                .filter(thing -> Matching.filter(thing, query.object("filter")))
                .map(thing -> Including.fields(thing, query.list("include")))
                .toList();
        return ApiResponse.json(Map.of("data", data));
    }
}
