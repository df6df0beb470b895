package me.digi.client.sandbox.internal.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Oddity;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.document.FaultDocument;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.document.OperationNames;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.ObjectShape;

/** The faults of later requests, in order. */
final class FaultsResource implements Resource {
    private static final ObjectShape FAULT =
            ObjectShape.object().required("operation", OperationNames.shape()).required("fault", FaultDocument.SHAPE);

    private final Sandbox sandbox;

    FaultsResource(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("faults", call -> list()),
                Route.post("faults", FAULT, this::add),
                Route.delete("faults", call -> clear()),
                Route.get("fault-kinds", call -> kinds()));
    }

    private Response add(ControlCall call) {
        sandbox.failNext(
                OperationNames.read(call.body().text("operation")),
                FaultDocument.read(call.body().object("fault")));
        return list();
    }

    private Response clear() {
        sandbox.clearFaults();
        return ControlResponse.done();
    }

    private Response list() {
        List<Object> faults = new ArrayList<>();
        sandbox.faults()
                .forEach((operation, queue) -> queue.forEach(fault -> faults.add(
                        Map.of("operation", OperationNames.of(operation), "fault", FaultDocument.write(fault)))));
        return ControlResponse.list("faults", faults);
    }

    private static Response kinds() {
        Map<String, Object> kinds = new LinkedHashMap<>();
        kinds.put("deliveries", names(Delivery.values()));
        kinds.put("forgeries", names(Forgery.values()));
        kinds.put("oddities", names(Oddity.values()));
        return ControlResponse.json(kinds);
    }

    private static List<String> names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Names::of).toList();
    }
}
