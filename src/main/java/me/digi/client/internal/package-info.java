/**
 * Not API: the implementation of the public packages. Types here are public only for use between packages, and may
 * change in any release.
 */
@NullMarked
package me.digi.client.internal;

import org.jspecify.annotations.NullMarked;
