/** Not API: one class per capability, with its mapping from what the service sends. Put together by {@code ClientParts}. */
@NullMarked
package me.digi.client.internal.api;

import org.jspecify.annotations.NullMarked;
