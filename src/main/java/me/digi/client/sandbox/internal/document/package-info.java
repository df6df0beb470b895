/**
 * What the sandbox's values look like as JSON, for the directory that keeps them and for the control API: files, sync scripts,
 * pushes. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.document;

import org.jspecify.annotations.NullMarked;
