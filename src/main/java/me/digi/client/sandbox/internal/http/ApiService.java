package me.digi.client.sandbox.internal.http;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.ErrorShape;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.internal.jose.ResponseSigner;
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
import me.digi.client.sandbox.internal.state.RandomText;
import org.jspecify.annotations.Nullable;

/** Serves API calls: routes, lets go wrong what is to go wrong, and records. */
public final class ApiService implements Service {
    private final String basePath;
    private final Api api;
    private final ResponseWriter writer;
    private final Function<Operation, @Nullable Fault> faults;
    private final Consumer<RecordedRequest> log;

    /**
     * Serves the API.
     *
     * @param basePath the path of the base URL
     * @param errors the shape of refusals
     * @param faults takes the next fault of an operation, or gives null
     */
    public ApiService(
            String basePath,
            Api api,
            ResponseSigner signer,
            ErrorShape errors,
            Function<Operation, @Nullable Fault> faults,
            Consumer<RecordedRequest> log) {
        this.basePath = basePath;
        this.api = api;
        this.writer = new ResponseWriter(signer, new RandomText(), errors);
        this.faults = faults;
        this.log = log;
    }

    @Override
    public Served serve(Request request) {
        UnverifiedJwt jwt = Authentication.read(request);
        Operation operation = Operation.UNKNOWN;
        FaultPlan plan = FaultPlan.NONE;
        List<String> remarks = List.of();
        Outcome outcome;
        try {
            Api.Route route = api.route(request.method(), pathUnderBase(request), jwt);
            operation = route.operation().endpoint().operation();
            remarks = remarks(route.operation(), request, jwt);
            if (route.operation().payload() != ApiOperation.Payload.BYTES) {
                request.body().text();
            }
            plan = FaultPlan.of(faults.apply(operation));
            outcome = outcome(route, request, plan);
        } catch (ApiError failure) {
            outcome = failed(failure);
        } catch (BrokenBodyException e) {
            log.accept(record(operation, request, jwt, remarks, null));
            throw e;
        }
        log.accept(record(operation, request, jwt, remarks, plan.drops() ? null : outcome));
        return new Served(writer.oversized(outcome.response(), plan), plan);
    }

    private Outcome outcome(Api.Route route, Request request, FaultPlan plan) {
        CannedResponse canned = plan.has(Delivery.DROP_BEFORE) ? CannedResponse.empty(500) : plan.cannedResponse();
        if (canned != null) {
            return new Outcome(Response.of(canned), canned.headers().get("X-Error-Code"));
        }
        return new Outcome(writer.write(api.respond(route, request), plan), null);
    }

    private Outcome failed(ApiError failure) {
        return new Outcome(Response.of(writer.write(failure)), failure.code());
    }

    private String pathUnderBase(Request request) {
        return request.path().startsWith(basePath) ? request.path().substring(basePath.length()) : "/";
    }

    private static RecordedRequest record(
            Operation operation,
            Request request,
            @Nullable UnverifiedJwt jwt,
            List<String> remarks,
            @Nullable Outcome outcome) {
        Map<String, ?> jwtHeader = jwt == null ? null : jwt.header();
        Map<String, ?> claims = jwt == null ? null : jwt.claims().members();
        return new RecordedRequest(
                operation,
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                jwtHeader,
                claims,
                request.body().textSoFar(),
                outcome == null ? null : outcome.response().status(),
                outcome == null ? null : outcome.errorCode(),
                remarks);
    }

    private static List<String> remarks(ApiOperation operation, Request request, @Nullable UnverifiedJwt jwt) {
        try {
            return operation.remarks(jwt == null ? JsonView.empty() : jwt.claims(), Query.parse(request.query()));
        } catch (ShapeException e) {
            // Such a query is rejected, and needs no remark.
            return List.of();
        }
    }

    private record Outcome(Response response, @Nullable String errorCode) {}
}
