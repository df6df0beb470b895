package me.digi.client.sandbox.internal.console;

import java.util.List;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Oddity;

/** A fault that is armed by choosing it: {@link FilledFault} has those with fields. */
record FaultKind(String id, Group group, String meaning, Fault fault) {
    static final List<FaultKind> ALL = List.of(
            new FaultKind(
                    "UNAVAILABLE",
                    Group.ERROR,
                    "503, with Retry-After: 2",
                    error(503, "InternalServerError").retryAfter("2")),
            new FaultKind(
                    "TOO_MANY",
                    Group.ERROR,
                    "429, with Retry-After: 2",
                    error(429, "TooManyRequests").retryAfter("2")),
            new FaultKind("SERVER_ERROR", Group.ERROR, "500", error(500, "InternalServerError")),
            new FaultKind(
                    "INVALID_TOKEN",
                    Group.ERROR,
                    "401 InvalidToken, as for an expired access token",
                    error(401, "InvalidToken")),
            new FaultKind("HTML", Group.ERROR, "502 with an HTML page, as of a proxy", CannedResponse.html(502)),
            new FaultKind("EMPTY", Group.ERROR, "200 with an empty body", CannedResponse.empty(200)),
            new FaultKind(
                    "DROP_BEFORE",
                    Group.DELIVERY,
                    "The connection breaks. Nothing is carried out",
                    Delivery.DROP_BEFORE),
            new FaultKind(
                    "DROP_AFTER",
                    Group.DELIVERY,
                    "It is carried out, and the connection breaks before the response",
                    Delivery.DROP_AFTER),
            new FaultKind(
                    "STALL",
                    Group.DELIVERY,
                    "It is carried out, and the response waits until it is released",
                    Delivery.STALL),
            new FaultKind(
                    "TRUNCATE",
                    Group.DELIVERY,
                    "It is carried out, and half of the response arrives",
                    Delivery.TRUNCATE),
            new FaultKind("BAD_SIGNATURE", Group.FORGERY, "One bit of the signature is flipped", Forgery.BAD_SIGNATURE),
            new FaultKind("EMPTY_SIGNATURE", Group.FORGERY, "The signature is empty", Forgery.EMPTY_SIGNATURE),
            new FaultKind(
                    "ALTERED_PAYLOAD", Group.FORGERY, "The claims are changed after signing", Forgery.ALTERED_PAYLOAD),
            new FaultKind("NONE", Group.FORGERY, "alg is none, without a signature", Forgery.NONE),
            new FaultKind(
                    "HS256_WITH_PUBLIC_KEY",
                    Group.FORGERY,
                    "An HMAC with the public key as secret",
                    Forgery.HS256_WITH_PUBLIC_KEY),
            new FaultKind("RS256", Group.FORGERY, "Signed with RS256 instead of PS512", Forgery.RS256),
            new FaultKind(
                    "FOREIGN_KEY", Group.FORGERY, "Signed with another key under the same kid", Forgery.FOREIGN_KEY),
            new FaultKind("UNKNOWN_KID", Group.FORGERY, "The kid is not among the signing keys", Forgery.UNKNOWN_KID),
            new FaultKind(
                    "FRACTIONAL_EXPIRY", Group.ODDITY, "The expiry of tokens has a fraction", Oddity.FRACTIONAL_EXPIRY),
            new FaultKind("TEXT_EXPIRY", Group.ODDITY, "The expiry of tokens is a string", Oddity.TEXT_EXPIRY),
            new FaultKind(
                    "MILLISECOND_EXPIRY",
                    Group.ODDITY,
                    "The expiry of tokens is in milliseconds",
                    Oddity.MILLISECOND_EXPIRY),
            new FaultKind("NUMERIC_SUB", Group.ODDITY, "The user id is a number", Oddity.NUMERIC_SUB),
            new FaultKind(
                    "BYTE_ORDER_MARK", Group.ODDITY, "A byte order mark comes before the JSON", Oddity.BYTE_ORDER_MARK),
            new FaultKind(
                    "GZIP", Group.ODDITY, "The response is compressed, whatever the request accepts", Oddity.GZIP),
            new FaultKind("NULL_MEMBER", Group.ODDITY, "A member of a list's first item is null", Oddity.NULL_MEMBER),
            new FaultKind("NULL_ITEM", Group.ODDITY, "The second item of a list is null", Oddity.NULL_ITEM));

    private static CannedResponse error(int status, String code) {
        return CannedResponse.error(status, code, "armed in the console");
    }

    /** What faults of a group have in common. */
    enum Group {
        ERROR("An error instead of the operation"),
        DELIVERY("The connection"),
        FORGERY("The signature of a signed response: a client has to refuse it"),
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
