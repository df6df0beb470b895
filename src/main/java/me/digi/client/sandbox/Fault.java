package me.digi.client.sandbox;

import java.util.List;

/**
 * A failure of the next request of an operation.
 *
 * <pre>{@code
 * sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.error(503, "InternalServerError", "try later").retryAfter("2"));
 * sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_AFTER);
 * sandbox.failNext(Operation.AUTHORIZE, Forgery.FOREIGN_KEY.and(new ForeignJku(URI.create("http://127.0.0.1:9/jwks"))));
 * sandbox.failNext(Operation.EXCHANGE_CODE, Change.withoutClaim("refresh_token.value"));
 * sandbox.failNext(Operation.REFRESH_TOKEN, Oddity.TEXT_EXPIRY);
 * }</pre>
 *
 * <p>A {@link CannedResponse} replaces the operation, a {@link Change} or {@link Oddity} alters its response, a
 * {@link Forgery} or {@link ForeignJku} its signature, a {@link Delivery} or {@link Oversized} how it is sent. Faults
 * of different kinds can be joined.
 */
public sealed interface Fault
        permits CannedResponse, Change, Oddity, Forgery, ForeignJku, Delivery, Oversized, Fault.Joined {
    /** Joins two faults. */
    default Fault and(Fault other) {
        return new Joined(List.of(this, other));
    }

    /** Several faults of one request. */
    record Joined(List<Fault> faults) implements Fault {
        public Joined {
            faults = List.copyOf(faults);
        }
    }
}
