/**
 * The directory that keeps a sandbox: contracts and keys, users with their data and tokens, storages and the clock. Each user
 * has a file, so that a change costs as much as the user has, and each file is replaced as a whole. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.directory;

import org.jspecify.annotations.NullMarked;
