/** A user's data as a report, to take elsewhere. */
@NullMarked
package me.digi.client.report;

import org.jspecify.annotations.NullMarked;
