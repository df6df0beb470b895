package me.digi.client.diagnostics;

/**
 * An HTTP request that is about to be sent. Contains no secrets.
 *
 * @param operation the operation id in {@code api-spec/digime.yaml}, such as {@code authorize}
 * @param method the HTTP method
 * @param pathTemplate the path with unfilled variables, below the base URL
 * @param attempt from 1
 * @param host the server's name or address
 * @param port the server's port
 */
public record RequestStart(String operation, String method, String pathTemplate, int attempt, String host, int port) {}
