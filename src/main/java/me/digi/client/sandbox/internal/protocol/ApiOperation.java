package me.digi.client.sandbox.internal.protocol;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the API: its endpoint, what a request must contain, and how it is carried out. A request is checked
 * before it is carried out. Configure it before it is passed to {@link Api}.
 */
public final class ApiOperation {
    final Operation name;
    final String method;
    final PathTemplate path;
    Credentials credentials = Credentials.REQUEST_JWT;
    Payload payload = Payload.NONE;
    ObjectShape claims = ObjectShape.object();
    ObjectShape query = ObjectShape.object();
    ObjectShape headers = ObjectShape.object();
    Shape body = Shape.anyObject();
    boolean download;
    private @Nullable String grantType;
    private BiFunction<JsonView, JsonView, List<String>> remarks = (jwtClaims, parameters) -> List.of();
    private Function<Call, ApiResponse> work = call -> ApiResponse.done();

    /**
     * An operation whose requests have a JWT with the common claims, and nothing else.
     *
     * @param path under the base URL
     */
    public ApiOperation(Operation name, String method, String path) {
        this.name = name;
        this.method = method;
        this.path = new PathTemplate(path);
    }

    /** Requests have no JWT. */
    public ApiOperation unsigned() {
        credentials = Credentials.NONE;
        return this;
    }

    /** Requests go to the cloud. */
    public ApiOperation inCloud() {
        credentials = Credentials.CLOUD_JWT;
        return this;
    }

    /** Adds claims to those of every request. */
    public ApiOperation claims(ObjectShape more) {
        claims = claims.and(more);
        return this;
    }

    /** Requires this grant type, which distinguishes the operation from others with the same endpoint. */
    public ApiOperation grantType(String required) {
        grantType = required;
        return claims(ObjectShape.object().required("grant_type", Shape.oneOf(required)));
    }

    public ApiOperation query(ObjectShape parameters) {
        query = parameters;
        return this;
    }

    /** The headers that are checked; others are ignored. */
    public ApiOperation headers(ObjectShape checked) {
        headers = checked;
        return this;
    }

    /** Requires a JSON body. */
    public ApiOperation body(Shape shape) {
        payload = Payload.JSON;
        body = shape;
        return this;
    }

    /** Accepts a JSON body. Without one, the body is an empty object. */
    public ApiOperation optionalBody(Shape shape) {
        payload = Payload.OPTIONAL_JSON;
        body = shape;
        return this;
    }

    /** The body is bytes, of any number. */
    public ApiOperation upload() {
        payload = Payload.BYTES;
        return this;
    }

    /** The response is bytes, which the request must accept. */
    public ApiOperation download() {
        download = true;
        return this;
    }

    /** Finds mistakes that are accepted in the JWT's unverified claims and in the query. */
    public ApiOperation remarks(BiFunction<JsonView, JsonView, List<String>> found) {
        remarks = found;
        return this;
    }

    /** Carries out a request, within the lock of the world; throws {@link ApiError} to refuse it. */
    public ApiOperation handle(Function<Call, ApiResponse> handler) {
        work = handler;
        return this;
    }

    public Operation name() {
        return name;
    }

    /** Whether the body is read as text. */
    public boolean hasTextBody() {
        return payload != Payload.BYTES;
    }

    public List<String> remarksOn(JsonView jwtClaims, JsonView parameters) {
        return remarks.apply(jwtClaims, parameters);
    }

    /** Whether a request with these claims is for this operation, if several share an endpoint. */
    boolean matches(JsonView jwtClaims) {
        return grantType == null || grantType.equals(jwtClaims.optionalText("grant_type"));
    }

    ApiResponse respond(Call call) {
        return work.apply(call);
    }

    /** The JWT of a request. */
    enum Credentials {
        NONE,
        /** Made for one request. */
        REQUEST_JWT,
        /** Made for the cloud, valid for a minute. */
        CLOUD_JWT
    }

    /** The body of a request. */
    enum Payload {
        NONE,
        JSON,
        OPTIONAL_JSON,
        BYTES
    }
}
