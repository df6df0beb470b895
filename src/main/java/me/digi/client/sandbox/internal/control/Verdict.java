package me.digi.client.sandbox.internal.control;

import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.RecordedResponse;

/** The outcome of a request. */
public enum Verdict {
    /** It was carried out. */
    ACCEPTED,
    /** It was carried out, but broke a loosened rule. */
    LOOSENED,
    /** It broke a rule. */
    REFUSED,
    /** A fault failed it. */
    FAILED,
    /** No response was sent, because of a fault or because the client disconnected. */
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
