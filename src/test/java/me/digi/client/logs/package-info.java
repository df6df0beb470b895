/** SLF4J in the tests. */
@NullMarked
package me.digi.client.logs;

import org.jspecify.annotations.NullMarked;
