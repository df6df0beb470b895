package me.digi.client.sandbox.internal.control;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;

/** The clock, which can only be moved forward. */
final class ClockResource implements Resource {
    private static final ObjectShape ADVANCE = ObjectShape.object()
            .required("duration", Shape.text("P[0-9DTHMS.]{1,20}", "a duration in ISO 8601, such as PT2H or P30D"));

    private final Sandbox sandbox;

    ClockResource(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("clock", call -> show()), Route.post("clock/advance", ADVANCE, this::advance));
    }

    private Response advance(ControlCall call) {
        try {
            sandbox.clock().advance(Duration.parse(call.body().text("duration")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("body.duration is not a duration: " + e.getMessage(), e);
        }
        return show();
    }

    private Response show() {
        Map<String, Object> clock = new LinkedHashMap<>();
        clock.put("now", sandbox.clock().instant().toString());
        clock.put("running", sandbox.clock().isRunning());
        clock.put("ahead", sandbox.clock().ahead().toString());
        return ControlResponse.json(clock);
    }
}
