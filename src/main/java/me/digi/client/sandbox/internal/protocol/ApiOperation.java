package me.digi.client.sandbox.internal.protocol;

import java.util.List;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import org.jspecify.annotations.Nullable;

/** One operation of the API: what it takes is declared, and checked before {@link #respond} is asked for. */
public interface ApiOperation {
    Endpoint endpoint();

    /** Which JWT a request carries. */
    default Credentials credentials() {
        return Credentials.REQUEST_JWT;
    }

    /** What the JWT claims beyond what each of its kind does. */
    default ObjectShape claims() {
        return ObjectShape.object();
    }

    /** The parameters of the query. */
    default ObjectShape query() {
        return ObjectShape.object();
    }

    /** The headers that the operation looks at; others come and are not looked at. */
    default ObjectShape headers() {
        return ObjectShape.object();
    }

    /** What the body is. */
    default Payload payload() {
        return body() == null ? Payload.NONE : Payload.JSON;
    }

    /** What the JSON body looks like, or null if there is none. */
    default @Nullable Shape body() {
        return null;
    }

    /** Whether the response is bytes, which who asks has to accept. */
    default boolean respondsWithBytes() {
        return false;
    }

    /** Whether this is the operation meant, where several share an endpoint. */
    default boolean isMeantBy(JsonView unverifiedClaims) {
        return true;
    }

    /**
     * What is accepted about a request and is a mistake all the same: for {@code RecordedRequest.remarks()}.
     *
     * @param claims what the JWT claims, unverified
     */
    default List<String> remarks(JsonView claims, JsonView query) {
        return List.of();
    }

    /**
     * Does the work, in the lock of the world.
     *
     * @throws ApiError if it says no
     */
    ApiResponse respond(Call call);

    /** Which JWT. */
    enum Credentials {
        /** None. */
        NONE,
        /** Made for that one call. */
        REQUEST_JWT,
        /** Made for the cloud, for a minute. */
        CLOUD_JWT
    }

    /** What a body is. */
    enum Payload {
        /** There is none. */
        NONE,
        /** A JSON object. */
        JSON,
        /** A JSON object, or nothing, which is as good as an empty one. */
        JSON_IF_ANY,
        /** Bytes, of any number. */
        BYTES
    }
}
