package me.digi.client.sandbox.internal.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import me.digi.client.sandbox.internal.protocol.Judge;
import me.digi.client.sandbox.internal.protocol.Query;
import me.digi.client.sandbox.internal.protocol.Request;
import me.digi.client.sandbox.internal.protocol.Strictness;
import org.jspecify.annotations.Nullable;

/** Serves requests to the API: finds the operation, applies the faults, and records. */
public final class ApiService implements Service {
    private static final String LOOSENED = "X-Sandbox-Loosened";

    private final String basePath;
    private final Api api;
    private final ResponseWriter writer;
    private final Strictness strictness;
    private final Function<Operation, @Nullable Fault> faults;
    private final Consumer<LongFunction<RecordedRequest>> log;

    /**
     * Serves the API.
     *
     * @param basePath the path of the base URL
     * @param faults takes the next fault of an operation; null if there is none
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
    public Served serve(Request request) {
        Recording recording = new Recording(request);
        UnverifiedJwt jwt = Authentication.read(request);
        recording.jwt(jwt);
        recording.user(jwt == null ? null : api.userOf(jwt));
        Judge judge = strictness.judge();
        FaultPlan plan = FaultPlan.NONE;
        Response response;
        String errorCode = null;
        try {
            Api.Route route = api.route(request.method(), pathUnderBase(request), jwt);
            recording.operation(route.name());
            recording.remarks(remarks(route.operation(), request, jwt));
            if (route.operation().payload() != ApiOperation.Payload.BYTES) {
                request.body().text();
            }
            plan = FaultPlan.of(faults.apply(route.name()));
            CannedResponse canned = plan.has(Delivery.DROP_BEFORE) ? CannedResponse.empty(500) : plan.cannedResponse();
            if (canned == null) {
                response = writer.write(api.respond(route, request, judge), plan);
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
        response = told(response, judge.passed());
        recording.loosened(judge.passed());
        if (!plan.drops()) {
            recording.response(response, errorCode);
        }
        log.accept(recording.toRecord());
        return new Served(writer.oversized(response, plan), plan);
    }

    /** Says which rules the request broke that are loosened. */
    private static Response told(Response response, List<String> loosened) {
        if (loosened.isEmpty()) {
            return response;
        }
        Map<String, String> headers = new LinkedHashMap<>(response.headers());
        headers.put(LOOSENED, String.join(", ", loosened));
        return new Response(response.status(), headers, response.body());
    }

    private String pathUnderBase(Request request) {
        return request.path().startsWith(basePath) ? request.path().substring(basePath.length()) : "/";
    }

    private static List<String> remarks(ApiOperation operation, Request request, @Nullable UnverifiedJwt jwt) {
        try {
            return operation.remarks(jwt == null ? JsonView.empty() : jwt.claims(), Query.parse(request.query()));
        } catch (ShapeException e) {
            // Such a query is refused, and needs no remark.
            return List.of();
        }
    }
}
