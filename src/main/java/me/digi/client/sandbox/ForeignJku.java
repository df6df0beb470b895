package me.digi.client.sandbox;

import java.net.URI;

/**
 * A signed response with another {@code jku} than the sandbox's JWKS. The signature is valid; joined with
 * {@link Forgery#FOREIGN_KEY} it tests whether a client trusts {@code jku}.
 */
public record ForeignJku(URI jku) implements Fault {}
