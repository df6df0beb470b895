/** Lists what digi.me can reach. */
@NullMarked
package me.digi.client.internal.discovery;

import org.jspecify.annotations.NullMarked;
