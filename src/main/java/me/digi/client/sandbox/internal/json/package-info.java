/**
 * JSON, and the checks of its form: a {@link me.digi.client.sandbox.internal.json.Shape} for each claim set, body and
 * parameter names the member that is wrong. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.json;

import org.jspecify.annotations.NullMarked;
