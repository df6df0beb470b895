package me.digi.client.sandbox.internal.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.Environment;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.io.Resources;
import me.digi.client.sandbox.internal.protocol.Content;

/** The settings that a client needs, and changes to the whole sandbox. */
final class OverviewResource implements Resource {
    private final Sandbox sandbox;

    OverviewResource(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("", call -> show()),
                Route.get("openapi.yaml", call -> describe()),
                Route.get("grants", call -> ControlResponse.list("grants", Documents.grants(sandbox.grants()))),
                change("access-tokens/expire", sandbox::expireAccessTokens),
                change("signing-keys/rotate", sandbox::rotateKeys),
                change("stalled-responses/release", sandbox::release));
    }

    private Response show() {
        Environment environment = sandbox.environment();
        Map<String, Object> overview = new LinkedHashMap<>();
        overview.put("applicationId", sandbox.applicationId());
        overview.put("baseUrl", environment.baseUrl().toString());
        overview.put("onboardUrl", environment.onboardUrl().toString());
        overview.put("cloudUrl", environment.cloudUrl().toString());
        overview.put("now", sandbox.clock().instant().toString());
        return ControlResponse.json(overview);
    }

    private static Response describe() {
        return ControlResponse.content(200, "application/yaml", Content.of(Resources.read("sandbox-control.yaml")));
    }

    private static Route change(String path, Runnable change) {
        return Route.post(path, call -> {
            change.run();
            return ControlResponse.done();
        });
    }
}
