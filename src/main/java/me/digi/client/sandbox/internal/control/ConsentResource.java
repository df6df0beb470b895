package me.digi.client.sandbox.internal.control;

import java.net.URI;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.json.ShapeException;

/** Decides on a page as the user would. */
final class ConsentResource implements Resource {
    private static final ObjectShape DECISION = ObjectShape.object()
            .required("url", Shape.text())
            .required("decision", Shape.oneOf("allow", "deny", "fail"))
            .optional("errorCode", Shape.text("[A-Z_]{1,50}", "a code like SERVER_ERROR"))
            .rule((path, decision) -> {
                if (decision.text("decision").equals("fail") != decision.has("errorCode")) {
                    throw new ShapeException(
                            path + ".errorCode", "is required for the decision fail, and not allowed otherwise");
                }
            });

    private final Sandbox sandbox;

    ConsentResource(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("consents/decide", DECISION, this::decide));
    }

    /** Returns the URL of the callback. */
    private Response decide(ControlCall call) {
        URI page = URI.create(call.body().text("url"));
        URI callback = switch (call.body().text("decision")) {
            case "allow" -> sandbox.allow(page);
            case "deny" -> sandbox.deny(page);
            default -> sandbox.fail(page, call.body().text("errorCode"));
        };
        return ControlResponse.json(Map.of("callbackUrl", callback.toString()));
    }
}
