/**
 * The operations of the API, one class each: where it is found, what it takes, what it does. What the
 * service accepts is decided here. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.operation;

import org.jspecify.annotations.NullMarked;
