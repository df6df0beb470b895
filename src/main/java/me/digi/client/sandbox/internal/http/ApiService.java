package me.digi.client.sandbox.internal.http;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.internal.jose.UnverifiedJwt;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.protocol.Api;
import me.digi.client.sandbox.internal.protocol.ApiError;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.Authentication;
import me.digi.client.sandbox.internal.protocol.BrokenBodyException;
import me.digi.client.sandbox.internal.protocol.Query;
import me.digi.client.sandbox.internal.protocol.Request;
import me.digi.client.sandbox.internal.protocol.RuleCheck;
import me.digi.client.sandbox.internal.protocol.Strictness;
import org.jspecify.annotations.Nullable;

/** Serves the API: finds the operation, applies faults, and records requests. */
public final class ApiService implements Service {
    private final String basePath;
    private final Api api;
    private final ResponseWriter writer;
    private final Strictness strictness;
    private final Function<Operation, @Nullable Fault> faults;
    private final Consumer<LongFunction<RecordedRequest>> log;

    /**
     * Creates the service.
     *
     * @param basePath the path of the base URL
     * @param faults removes and returns the next fault of an operation, or null
     */
    public ApiService(
            String basePath,
            Api api,
            ResponseWriter writer,
            Strictness strictness,
            Function<Operation, @Nullable Fault> faults,
            Consumer<LongFunction<RecordedRequest>> log) {
        this.basePath = basePath;
        this.api = api;
        this.writer = writer;
        this.strictness = strictness;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public Response serve(Request request) {
        Recording recording = new Recording(request);
        UnverifiedJwt jwt = Authentication.read(request);
        recording.jwt(jwt);
        recording.user(jwt == null ? null : api.userOf(jwt));
        RuleCheck rules = strictness.check();
        FaultPlan plan = FaultPlan.NONE;
        Response response;
        String errorCode = null;
        try {
            Api.Route route = api.route(request.method(), pathUnderBase(request), jwt);
            Operation name = route.operation().name();
            recording.operation(name);
            recording.remarks(remarks(route.operation(), request, jwt));
            if (route.operation().hasTextBody()) {
                request.body().text();
            }
            plan = FaultPlan.of(faults.apply(name));
            CannedResponse canned =
                    plan.has(Delivery.DROP_BEFORE) ? CannedResponse.empty(500) : plan.first(CannedResponse.class);
            if (canned == null) {
                response = writer.write(api.respond(route, request, rules), plan);
            } else {
                response = Response.of(canned);
                errorCode = canned.headers().get("X-Error-Code");
            }
        } catch (ApiError failure) {
            response = Response.of(writer.write(failure));
            errorCode = failure.code();
            recording.refusal(failure.refusal());
        } catch (BrokenBodyException e) {
            log.accept(recording.toRecord());
            throw e;
        }
        if (!rules.loosened().isEmpty()) {
            response = response.withHeader("X-Sandbox-Loosened", String.join(", ", rules.loosened()));
        }
        recording.loosened(rules.loosened());
        if (!plan.drops()) {
            recording.response(response, errorCode);
        }
        log.accept(recording.toRecord());
        return writer.send(response, plan);
    }

    private String pathUnderBase(Request request) {
        return request.path().startsWith(basePath) ? request.path().substring(basePath.length()) : "/";
    }

    private static List<String> remarks(ApiOperation operation, Request request, @Nullable UnverifiedJwt jwt) {
        try {
            return operation.remarksOn(jwt == null ? JsonView.empty() : jwt.claims(), Query.parse(request.query()));
        } catch (ShapeException e) {
            // The query is refused anyway.
            return List.of();
        }
    }
}
