package me.digi.client.sandbox.internal.http;

import me.digi.client.sandbox.internal.protocol.Request;

/** Serves the requests under a path. */
public interface Service {
    Response serve(Request request);
}
