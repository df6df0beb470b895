package me.digi.client.sandbox.internal.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.RuleView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;

/** The rules for requests, and which of them are loosened. */
final class RulesResource implements Resource {
    private static final ObjectShape STRICTNESS = ObjectShape.object().required("loosened", Shape.bool());

    private final Sandbox sandbox;

    RulesResource(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("rules", call -> list()), Route.put("rules/{rule}", STRICTNESS, this::loosen));
    }

    private Response loosen(ControlCall call) {
        if (call.isTrue("loosened")) {
            sandbox.loosen(call.path("rule"));
        } else {
            sandbox.tighten(call.path("rule"));
        }
        return list();
    }

    private Response list() {
        return ControlResponse.list("rules", sandbox.rules(), RulesResource::write);
    }

    private static Map<String, Object> write(RuleView rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", rule.id());
        json.put("expected", rule.expected());
        json.put("officialSdk", rule.officialSdk());
        json.put("loosenable", rule.loosenable());
        json.put("loosened", rule.loosened());
        return json;
    }
}
