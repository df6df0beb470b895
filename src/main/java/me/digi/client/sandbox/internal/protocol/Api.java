package me.digi.client.sandbox.internal.protocol;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.jose.UnverifiedJwt;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.state.AuthorizationCode;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.IssuedToken;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a request is checked: the endpoint, the JWT, the nonce, the query, the headers, the body; then the
 * operation does its work.
 */
public final class Api {
    private final World world;
    private final Authentication authentication;
    private final List<Offered> offered;

    public Api(World world, List<ApiOperation> operations) {
        this.world = world;
        this.authentication = new Authentication(world);
        this.offered = operations.stream()
                .map(operation -> new Offered(operation, operation.endpoint()))
                .toList();
    }

    /** The operation that the request is for; its path is the one under the base URL. */
    public Route route(String method, String path, @Nullable UnverifiedJwt jwt) {
        JsonView claims = jwt == null ? JsonView.empty() : jwt.claims();
        Route route = null;
        Set<String> allowed = new LinkedHashSet<>();
        for (Offered one : offered) {
            Map<String, String> variables = one.endpoint.path().match(path);
            if (variables == null) {
                continue;
            }
            allowed.add(one.endpoint.method());
            if (one.endpoint.method().equals(method) && (route == null || one.operation.isMeantBy(claims))) {
                route = new Route(one.operation, one.endpoint.operation(), variables);
            }
        }
        if (route != null) {
            return route;
        }
        throw allowed.isEmpty()
                ? ApiErrors.notFound(Rule.PATH, "there is nothing at that path")
                : ApiErrors.methodNotAllowed(method, String.join(", ", allowed));
    }

    /**
     * Carries out the request.
     *
     * @throws ApiError if it breaks a rule
     */
    public ApiResponse respond(Route route, Request request, Judge judge) {
        try {
            return route.operation().credentials() == ApiOperation.Credentials.NONE
                    ? respond(route, request, judge, null, JsonView.empty())
                    : respondSigned(route, request, judge);
        } catch (ShapeException e) {
            throw ApiErrors.malformed(Rule.PATH, e);
        }
    }

    /** The user whose token or code the request has; null if there is none that is known. */
    public @Nullable String userOf(UnverifiedJwt jwt) {
        return world.locked(() -> {
            for (String claim : List.of("access_token", "refresh_token")) {
                String value = jwt.claims().optionalText(claim);
                IssuedToken token = value == null ? null : world.grants().token(value);
                if (token != null) {
                    return token.grant().user().id();
                }
            }
            String value = jwt.claims().optionalText("code");
            AuthorizationCode code = value == null ? null : world.codes().byValue(value);
            return code == null ? null : code.user().id();
        });
    }

    private ApiResponse respondSigned(Route route, Request request, Judge judge) {
        UnverifiedJwt jwt = Authentication.parse(request);
        Contract contract = authentication.admit(jwt, route.operation(), judge);
        return respond(route, request, judge, contract, jwt.claims());
    }

    private ApiResponse respond(
            Route route, Request request, Judge judge, @Nullable Contract contract, JsonView claims) {
        Call.Inputs inputs = new Inputs(route.operation(), request, judge).check(world.blobs());
        try {
            return world.locked(() ->
                    route.operation().respond(new Call(world, contract, claims, inputs, route.variables(), judge)));
        } finally {
            if (inputs.bytes() != null) {
                inputs.bytes().deleteUnlessKept();
            }
        }
    }

    /** An operation, its name, and the values in its path. */
    public record Route(ApiOperation operation, Operation name, Map<String, String> variables) {}

    private record Offered(ApiOperation operation, Endpoint endpoint) {}
}
