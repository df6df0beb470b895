/**
 * Not API: what the public packages are made of. Types are public here only where two of these packages need each
 * other, and may change in any release.
 */
@NullMarked
package me.digi.client.internal;

import org.jspecify.annotations.NullMarked;
