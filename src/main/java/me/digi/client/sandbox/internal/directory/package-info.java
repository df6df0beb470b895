/**
 * The directory that keeps the state of a sandbox. Each user has a file, so that a change writes only that user's data,
 * and each file is replaced atomically. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.directory;

import org.jspecify.annotations.NullMarked;
