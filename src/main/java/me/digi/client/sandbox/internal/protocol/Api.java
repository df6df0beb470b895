package me.digi.client.sandbox.internal.protocol;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.digi.client.sandbox.internal.jose.UnverifiedJwt;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a request is checked: the endpoint, the JWT, the nonce, the query, the headers, the body; and then
 * comes the work of the operation.
 */
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
        throw allowed.isEmpty()
                ? ApiErrors.notFound("there is nothing at that path")
                : ApiErrors.methodNotAllowed(String.join(", ", allowed));
    }

    /**
     * Carries out what is asked.
     *
     * @throws ApiError if it is not as it should be
     */
    public ApiResponse respond(Route route, Request request) {
        try {
            return route.operation().credentials() == ApiOperation.Credentials.NONE
                    ? respond(route, request, null, JsonView.empty())
                    : respondSigned(route, request);
        } catch (ShapeException e) {
            throw ApiErrors.malformed(String.valueOf(e.getMessage()));
        }
    }

    private ApiResponse respondSigned(Route route, Request request) {
        UnverifiedJwt jwt = Authentication.parse(request);
        Contract contract = authentication.admit(jwt, route.operation());
        return respond(route, request, contract, jwt.claims());
    }

    private ApiResponse respond(Route route, Request request, @Nullable Contract contract, JsonView claims) {
        Call.Inputs inputs = Inputs.check(route.operation(), request, world.blobs());
        try {
            return world.locked(
                    () -> route.operation().respond(new Call(world, contract, claims, inputs, route.variables())));
        } finally {
            if (inputs.bytes() != null) {
                inputs.bytes().deleteUnlessKept();
            }
        }
    }

    /** An operation, and the values in its path. */
    public record Route(ApiOperation operation, Map<String, String> variables) {}
}
