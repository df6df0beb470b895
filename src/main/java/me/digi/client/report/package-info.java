/** Reports of a user's data, to take elsewhere. */
@NullMarked
package me.digi.client.report;

import org.jspecify.annotations.NullMarked;
