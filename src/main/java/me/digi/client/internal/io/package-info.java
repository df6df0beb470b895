/** Not API: strict JSON, argument checks, atomic files, threads, and the style of generated values. */
@NullMarked
package me.digi.client.internal.io;

import org.jspecify.annotations.NullMarked;
