/**
 * How the sandbox says what JSON it takes: a {@link me.digi.client.sandbox.internal.json.Shape} per claim set, body and
 * parameter, whose complaints name the member and what was wrong with it. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.json;

import org.jspecify.annotations.NullMarked;
