/** Not API: how the project's values are generated. */
@NullMarked
package me.digi.client.internal.values;

import org.jspecify.annotations.NullMarked;
