package me.digi.client.sandbox.internal.control;

import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.RecordedResponse;

/** What became of a request. */
public enum Verdict {
    /** It was carried out. */
    ACCEPTED,
    /** It was carried out although it broke a rule, which is loosened. */
    LOOSENED,
    /** It broke a rule. */
    REFUSED,
    /** A fault gave it an error. */
    FAILED,
    /** It got no response: a fault, or the client has gone. */
    UNANSWERED;

    public static Verdict of(RecordedRequest request) {
        RecordedResponse response = request.response();
        if (response == null) {
            return UNANSWERED;
        }
        if (request.refusal() != null) {
            return REFUSED;
        }
        if (response.status() >= 400) {
            return FAILED;
        }
        return request.loosened().isEmpty() ? ACCEPTED : LOOSENED;
    }
}
