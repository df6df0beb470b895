/** SLF4J, as the tests have it. */
@NullMarked
package me.digi.client.logs;

import org.jspecify.annotations.NullMarked;
