package me.digi.client.sandbox.internal.http;

import me.digi.client.sandbox.internal.protocol.Request;

/** Something that serves requests. */
public interface Service {
    Served serve(Request request);

    /** A response, and what goes wrong while it is sent. */
    record Served(Response response, FaultPlan plan) {}
}
