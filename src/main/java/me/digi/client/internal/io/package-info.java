/** Not API: strict JSON, argument checks, files that are written as a whole, threads, and how values are generated. */
@NullMarked
package me.digi.client.internal.io;

import org.jspecify.annotations.NullMarked;
