/** Not API: one class per capability, with its mapping from the wire model. {@code ClientParts} assembles them. */
@NullMarked
package me.digi.client.internal.api;

import org.jspecify.annotations.NullMarked;
