/** Fetches reports. */
@NullMarked
package me.digi.client.internal.report;

import org.jspecify.annotations.NullMarked;
