/** Not API: HTTP clients, with signing, retries, limits and the mapping of failures. */
@NullMarked
package me.digi.client.internal.http;

import org.jspecify.annotations.NullMarked;
