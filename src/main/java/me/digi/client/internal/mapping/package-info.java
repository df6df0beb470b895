/** From the generated models of the wire to the public values, and back. */
@NullMarked
package me.digi.client.internal.mapping;

import org.jspecify.annotations.NullMarked;
