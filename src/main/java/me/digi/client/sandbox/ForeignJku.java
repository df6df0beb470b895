package me.digi.client.sandbox;

import java.net.URI;

/**
 * A signed response whose {@code jku} points there instead of at the sandbox's JWKS. By itself the signature is right; joined
 * with {@link Forgery#FOREIGN_KEY} it is what an attacker sends to a client that trusts {@code jku}.
 */
public record ForeignJku(URI jku) implements Fault {}
