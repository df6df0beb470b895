/**
 * The sandbox's values as JSON, for the state directory and the control API. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.document;

import org.jspecify.annotations.NullMarked;
