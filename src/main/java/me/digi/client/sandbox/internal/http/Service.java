package me.digi.client.sandbox.internal.http;

import me.digi.client.sandbox.internal.protocol.Request;

/** Something that answers requests. */
public interface Service {
    Served serve(Request request);

    /** An answer, and what goes wrong while it is sent. */
    record Served(Response response, FaultPlan plan) {}
}
