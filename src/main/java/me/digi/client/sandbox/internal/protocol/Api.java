package me.digi.client.sandbox.internal.protocol;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import me.digi.client.internal.json.Json;
import me.digi.client.internal.json.JsonException;
import me.digi.client.sandbox.internal.jose.UnverifiedJwt;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/** The order in which a request is checked: the endpoint, the JWT, the nonce, the query, the body, and
 * then the work of the operation. */
public final class Api {
    private final World world;
    private final Authentication authentication;
    private final List<ApiOperation> operations;

    public Api(World world, List<ApiOperation> operations) {
        this.world = world;
        this.authentication = new Authentication(world);
        this.operations = List.copyOf(operations);
    }

    /** The operation that the request asks for; its path is the one under the base URL. */
    public Route route(String method, String path, @Nullable UnverifiedJwt jwt) {
        JsonView claims = jwt == null ? JsonView.empty() : jwt.claims();
        Route route = null;
        Set<String> allowed = new LinkedHashSet<>();
        for (ApiOperation operation : operations) {
            Map<String, String> variables = operation.endpoint().match(path);
            if (variables == null) {
                continue;
            }
            allowed.add(operation.endpoint().method());
            if (operation.endpoint().method().equals(method) && (route == null || operation.isMeantBy(claims))) {
                route = new Route(operation, variables);
            }
        }
        if (route != null) {
            return route;
        }
        throw allowed.isEmpty() ? Refusals.notFound() : Refusals.methodNotAllowed(String.join(", ", allowed));
    }

    /**
     * Carries out what is asked.
     *
     * @throws Refusal if it is not as it should be
     */
    public Answer answer(Route route, Request request) {
        try {
            return route.operation().signed() ? answerSigned(route, request) : answerUnsigned(route, request);
        } catch (ShapeException e) {
            throw Refusals.malformed(String.valueOf(e.getMessage()));
        }
    }

    private Answer answerSigned(Route route, Request request) {
        UnverifiedJwt jwt = Authentication.parse(request);
        Contract contract = authentication.authenticate(jwt, route.operation().claims());
        authentication.admit(jwt);
        JsonView body = body(route.operation(), request);
        return world.locked(() -> route.operation()
                .answer(new Call(world, contract, jwt.claims(), body, route.variables(), world.now())));
    }

    private Answer answerUnsigned(Route route, Request request) {
        JsonView body = body(route.operation(), request);
        return world.locked(() -> route.operation()
                .answer(new Call(world, null, JsonView.empty(), body, route.variables(), world.now())));
    }

    private static JsonView body(ApiOperation operation, Request request) {
        if (request.query() != null) {
            throw Refusals.malformed("the query is not allowed here");
        }
        ObjectShape shape = operation.body();
        if (shape == null) {
            if (!request.body().isEmpty()) {
                throw Refusals.malformed("body is not allowed here");
            }
            return JsonView.empty();
        }
        String type = request.header("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json\\s*(;\\s*charset=\"?utf-8\"?)?")) {
            throw Refusals.malformed("the header Content-Type is not application/json");
        }
        try {
            JsonView body = new JsonView(Json.parseObject(request.body()));
            shape.check("body", body.members());
            return body;
        } catch (JsonException e) {
            throw Refusals.malformed("body is not a JSON object: " + e.getMessage());
        }
    }

    /** An operation, and the values in its path. */
    public record Route(ApiOperation operation, Map<String, String> variables) {}
}
