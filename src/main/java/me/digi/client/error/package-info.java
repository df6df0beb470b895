/** What calls throw: one family of unchecked exceptions, and what callers act on in each. */
@NullMarked
package me.digi.client.error;

import org.jspecify.annotations.NullMarked;
