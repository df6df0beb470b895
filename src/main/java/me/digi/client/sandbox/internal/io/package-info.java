/** Helpers on the JDK: streams, digests, and files of the jar. Not API. */
@NullMarked
package me.digi.client.sandbox.internal.io;

import org.jspecify.annotations.NullMarked;
