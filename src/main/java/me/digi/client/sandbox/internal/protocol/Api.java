package me.digi.client.sandbox.internal.protocol;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.digi.client.sandbox.internal.jose.UnverifiedJwt;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.state.AuthorizationCode;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.IssuedToken;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation of a request, checks the request, and carries it out. The order of the checks is: endpoint, JWT,
 * nonce, query, headers, body.
 */
public final class Api {
    private final World world;
    private final Authentication authentication;
    private final List<ApiOperation> operations;

    public Api(World world, List<ApiOperation> operations) {
        this.world = world;
        this.authentication = new Authentication(world);
        this.operations = operations;
    }

    /**
     * Finds the operation.
     *
     * @param path under the base URL
     */
    public Route route(String method, String path, @Nullable UnverifiedJwt jwt) {
        JsonView claims = jwt == null ? JsonView.empty() : jwt.claims();
        Route route = null;
        Set<String> allowed = new LinkedHashSet<>();
        for (ApiOperation operation : operations) {
            Map<String, String> variables = operation.path.match(path);
            if (variables == null) {
                continue;
            }
            allowed.add(operation.method);
            if (operation.method.equals(method) && (route == null || operation.matches(claims))) {
                route = new Route(operation, variables);
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
     * Carries out a request.
     *
     * @throws ApiError if it breaks a rule
     */
    public ApiResponse respond(Route route, Request request, RuleCheck rules) {
        try {
            ApiOperation operation = route.operation();
            if (operation.credentials == ApiOperation.Credentials.NONE) {
                return respond(route, request, rules, null, JsonView.empty());
            }
            UnverifiedJwt jwt = Authentication.parse(request);
            return respond(route, request, rules, authentication.authenticate(jwt, operation, rules), jwt.claims());
        } catch (ShapeException e) {
            throw ApiErrors.malformed(Rule.PATH, e);
        }
    }

    /** Returns the user whose token or code the request has, or null if none is known. */
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
            AuthorizationCode code = value == null ? null : world.codes().get(value);
            return code == null ? null : code.user().id();
        });
    }

    private ApiResponse respond(
            Route route, Request request, RuleCheck rules, @Nullable Contract contract, JsonView claims) {
        Call.Inputs inputs = new InputCheck(route.operation(), request, rules).check(world.blobs());
        Call call = new Call(world, contract, claims, inputs, route.variables(), rules, world.now());
        try {
            return world.locked(() -> route.operation().respond(call));
        } finally {
            if (inputs.bytes() != null) {
                inputs.bytes().deleteUnlessKept();
            }
        }
    }

    /** An operation, and the values in the path. */
    public record Route(ApiOperation operation, Map<String, String> variables) {}
}
