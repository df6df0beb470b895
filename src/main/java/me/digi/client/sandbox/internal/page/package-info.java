/**
 * The pages that a person's browser opens: what their addresses may carry, how they look, and where the browser goes
 * when the person has decided. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.page;

import org.jspecify.annotations.NullMarked;
