package me.digi.client.sandbox.internal.protocol;

import me.digi.client.sandbox.Operation;

/**
 * Where an operation is found.
 *
 * @param operation its name
 * @param method the HTTP method
 * @param path the path under the base URL
 */
public record Endpoint(Operation operation, String method, PathTemplate path) {
    public Endpoint(Operation operation, String method, String path) {
        this(operation, method, new PathTemplate(path));
    }
}
