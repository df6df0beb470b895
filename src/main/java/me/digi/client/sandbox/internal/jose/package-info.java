/**
 * The sandbox's own JWTs, based only on {@code java.security}: it reads those of requests, and signs and forges those
 * of responses. Shares no code with the client, so that neither can hide the other's mistakes. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.jose;

import org.jspecify.annotations.NullMarked;
