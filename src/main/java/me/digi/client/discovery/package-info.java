/** What digi.me can reach: sources, and the countries, platforms, categories and kinds that they are found by. */
@NullMarked
package me.digi.client.discovery;

import org.jspecify.annotations.NullMarked;
