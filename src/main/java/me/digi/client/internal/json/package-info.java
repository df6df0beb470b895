/** Strict JSON without types: what tokens are stored as, what a JWT's header and claims are, what an error's body is. */
@NullMarked
package me.digi.client.internal.json;

import org.jspecify.annotations.NullMarked;
