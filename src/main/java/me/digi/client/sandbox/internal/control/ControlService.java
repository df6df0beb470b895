package me.digi.client.sandbox.internal.control;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.http.Service;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.NotJsonException;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.protocol.Query;
import me.digi.client.sandbox.internal.protocol.Request;
import me.digi.client.sandbox.internal.state.UnknownException;
import org.jspecify.annotations.Nullable;

/** Serves the control API. Its requests are not in the request log. */
public final class ControlService implements Service {
    private final String basePath;
    private final ControlGuard guard;
    private final List<Route> routes;

    /**
     * Creates the service.
     *
     * @param basePath the path of the control API
     */
    public ControlService(String basePath, Sandbox sandbox, ControlGuard guard) {
        this.basePath = basePath;
        this.guard = guard;
        this.routes = Stream.of(
                        new OverviewResource(sandbox),
                        new ContractsResource(sandbox),
                        new UsersResource(sandbox),
                        new AccountsResource(sandbox),
                        new FilesResource(sandbox),
                        new NewUsersResource(sandbox),
                        new ConsentResource(sandbox),
                        new ClockResource(sandbox),
                        new FaultsResource(sandbox),
                        new RulesResource(sandbox),
                        new RequestsResource(sandbox))
                .flatMap(resource -> resource.routes().stream())
                .toList();
    }

    /** All endpoints, such as {@code GET users/{userId}}. */
    public List<String> routes() {
        return routes.stream().map(route -> route.method() + " " + route.path()).toList();
    }

    @Override
    public Response serve(Request request) {
        ControlGuard.Denied denied = guard.check(request);
        if (denied != null) {
            return error(denied.status(), denied.status() == 401 ? "Unauthorized" : "Forbidden", denied.message());
        }
        try {
            return route(request);
        } catch (UnknownException e) {
            return error(404, "NotFound", e.getMessage());
        } catch (ShapeException | NotJsonException | IllegalArgumentException e) {
            return error(400, "ValidationErrors", e.getMessage());
        }
    }

    private Response route(Request request) {
        String path = request.path().substring(basePath.length());
        Set<String> allowed = new LinkedHashSet<>();
        for (Route route : routes) {
            Map<String, String> variables = route.path().match(path);
            if (variables != null && route.method().equals(request.method())) {
                if (route.body() != null && request.body().isTooLong()) {
                    return error(
                            413, "PayloadTooLarge", "the body exceeds 1 MiB: use generatedJson for larger contents");
                }
                return route.handler().apply(call(route, variables, request));
            }
            if (variables != null) {
                allowed.add(route.method());
            }
        }
        return allowed.isEmpty()
                ? error(404, "NotFound", "there is nothing at " + request.path())
                : error(405, "MethodNotAllowed", "that path allows only " + String.join(", ", allowed));
    }

    private static ControlCall call(Route route, Map<String, String> variables, Request request) {
        JsonView query = Query.parse(request.query());
        for (String name : query.members().keySet()) {
            if (!route.query().contains(name)) {
                throw new ShapeException("query." + name, "is not allowed here");
            }
        }
        return new ControlCall(variables, query, body(route, request), request.first("Last-Event-ID"));
    }

    private static JsonView body(Route route, Request request) {
        ObjectShape shape = route.body();
        if (shape == null) {
            return JsonView.empty();
        }
        // A page of another origin cannot send this type without a preflight request.
        String type = request.first("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            throw new IllegalArgumentException("the header Content-Type must be application/json");
        }
        JsonView body = new JsonView(Json.parseObject(request.body().text()));
        shape.check("body", body.members());
        return body;
    }

    private static Response error(int status, String code, @Nullable String message) {
        return ControlResponse.json(status, Map.of("error", Map.of("code", code, "message", String.valueOf(message))));
    }
}
