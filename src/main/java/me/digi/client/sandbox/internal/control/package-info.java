/**
 * The control API: what the Java API of the sandbox does, over HTTP with JSON, one class for each resource. Described in
 * {@code api-spec/sandbox-control.yaml}. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.control;

import org.jspecify.annotations.NullMarked;
