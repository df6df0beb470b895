package me.digi.client.sandbox;

import java.util.List;

/**
 * Something that goes wrong with the next request of an operation.
 *
 * <pre>{@code
 * sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.error(503, "InternalServerError", "try later").retryAfter("2"));
 * sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_AFTER);
 * sandbox.failNext(Operation.AUTHORIZE, Forgery.FOREIGN_KEY.and(new ForeignJku(URI.create("http://127.0.0.1:9/jwks"))));
 * sandbox.failNext(Operation.EXCHANGE_CODE, Change.withoutClaim("refresh_token.value"));
 * sandbox.failNext(Operation.REFRESH_TOKEN, Oddity.TEXT_EXPIRY);
 * }</pre>
 *
 * <p>Each kind works at a place of its own, so any two can be joined: a {@link CannedResponse} stands in for the
 * operation, a {@link Change} or an {@link Oddity} alters its response, a {@link Forgery} or a {@link ForeignJku} how that is signed, a
 * {@link Delivery} or {@link Oversized} how it is sent.
 */
public sealed interface Fault
        permits CannedResponse, Change, Oddity, Forgery, ForeignJku, Delivery, Oversized, Fault.Joined {
    /** Both faults at once. */
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
