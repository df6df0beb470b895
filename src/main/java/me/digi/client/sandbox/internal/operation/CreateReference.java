package me.digi.client.sandbox.internal.operation;

import java.util.Map;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;

/** Gives a name for an account id or a storage id, to be used in the address of a page. */
final class CreateReference implements ApiOperation {
    private static final ObjectShape BODY = ObjectShape.object()
            .required("type", Shape.oneOf("accountId", "cloudId"))
            .required("value", Shape.text());

    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.CREATE_REFERENCE, "POST", "reference");
    }

    @Override
    public ObjectShape body() {
        return BODY;
    }

    @Override
    public ApiResponse respond(Call call) {
        String id = call.world()
                .references()
                .create(call.contract(), call.body().text("type"), call.body().text("value"));
        return ApiResponse.created(Map.of("id", id));
    }
}
