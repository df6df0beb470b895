package me.digi.client.sandbox.internal.console;

import java.util.List;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Oddity;

/** A fault without fields; {@link FilledFault} has those with fields. */
record FaultKind(String id, Group group, String meaning, Fault fault) {
    static final List<FaultKind> ALL = List.of(
            error(
                    "UNAVAILABLE",
                    "503, with Retry-After: 2",
                    error(503, "InternalServerError").retryAfter("2")),
            error(
                    "TOO_MANY",
                    "429, with Retry-After: 2",
                    error(429, "TooManyRequests").retryAfter("2")),
            error("SERVER_ERROR", "500", error(500, "InternalServerError")),
            error("INVALID_TOKEN", "401 InvalidToken, as for an expired access token", error(401, "InvalidToken")),
            error("HTML", "502 with an HTML page, as from a proxy", CannedResponse.html(502)),
            error("EMPTY", "200 with an empty body", CannedResponse.empty(200)),
            of(Delivery.DROP_BEFORE, "The connection breaks before anything is carried out"),
            of(Delivery.DROP_AFTER, "It is carried out, and the connection breaks before the response"),
            of(Delivery.STALL, "It is carried out, and the response waits until it is released"),
            of(Delivery.TRUNCATE, "It is carried out, and half of the response arrives"),
            of(Forgery.BAD_SIGNATURE, "One bit of the signature is flipped"),
            of(Forgery.EMPTY_SIGNATURE, "The signature is empty"),
            of(Forgery.ALTERED_PAYLOAD, "The claims are changed after signing"),
            of(Forgery.NONE, "alg is none, without a signature"),
            of(Forgery.HS256_WITH_PUBLIC_KEY, "An HMAC with the public key as secret"),
            of(Forgery.RS256, "Signed with RS256 instead of PS512"),
            of(Forgery.FOREIGN_KEY, "Signed with another key under the same kid"),
            of(Forgery.UNKNOWN_KID, "The kid is not among the signing keys"),
            of(Oddity.FRACTIONAL_EXPIRY, "The expiry of tokens has a fraction"),
            of(Oddity.TEXT_EXPIRY, "The expiry of tokens is a string"),
            of(Oddity.MILLISECOND_EXPIRY, "The expiry of tokens is in milliseconds"),
            of(Oddity.NUMERIC_SUB, "The user id is a number"),
            of(Oddity.BYTE_ORDER_MARK, "A byte order mark precedes the JSON"),
            of(Oddity.GZIP, "The response is compressed, whatever the request accepts"),
            of(Oddity.NULL_MEMBER, "A member of a list's first item is null"),
            of(Oddity.NULL_ITEM, "The second item of a list is null"));

    private static FaultKind error(String id, String meaning, CannedResponse response) {
        return new FaultKind(id, Group.ERROR, meaning, response);
    }

    private static CannedResponse error(int status, String code) {
        return CannedResponse.error(status, code, "armed in the console");
    }

    private static FaultKind of(Delivery delivery, String meaning) {
        return new FaultKind(delivery.name(), Group.DELIVERY, meaning, delivery);
    }

    private static FaultKind of(Forgery forgery, String meaning) {
        return new FaultKind(forgery.name(), Group.FORGERY, meaning, forgery);
    }

    private static FaultKind of(Oddity oddity, String meaning) {
        return new FaultKind(oddity.name(), Group.ODDITY, meaning, oddity);
    }

    /** A group of faults in the form. */
    enum Group {
        ERROR("An error instead of the operation"),
        DELIVERY("The connection"),
        FORGERY("The signature of a signed response: a client must reject it"),
        ODDITY("An odd response: a client should accept it");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
