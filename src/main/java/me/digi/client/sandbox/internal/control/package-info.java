/**
 * The control API: the sandbox's Java API over HTTP, with a class for each resource. Described in
 * {@code api-spec/sandbox-control.yaml}. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.control;

import org.jspecify.annotations.NullMarked;
