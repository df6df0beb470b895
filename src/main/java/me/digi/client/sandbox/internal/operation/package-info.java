/**
 * The operations of the API, one class each: where it is found, what it takes, what it does. Whoever asks what the
 * service accepts finds the rule here. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.operation;

import org.jspecify.annotations.NullMarked;
