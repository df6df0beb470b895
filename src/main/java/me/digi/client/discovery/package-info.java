/**
 * The sources that digi.me can reach, and the countries, platforms, categories and types to find them by. <i>The
 * service</i> is digi.me's API, unless a source's own service is meant.
 *
 * <p>Records copy their collections. A part that is missing or malformed in the response is null (an id: 0 or empty),
 * or has the intended value where that is clear. {@code problems} lists such parts, for example
 * {@code id is not a whole number}, and is otherwise empty. {@code more} has the members that are not named here, as
 * plain JSON values.
 */
@NullMarked
package me.digi.client.discovery;

import org.jspecify.annotations.NullMarked;
