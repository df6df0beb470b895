/**
 * The sandbox's own JWTs, on {@code java.security} alone: reading those of requests, signing and forging those of
 * responses. It shares nothing with the client's, so that neither can hide the other's mistakes. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.jose;

import org.jspecify.annotations.NullMarked;
