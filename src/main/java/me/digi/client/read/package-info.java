/**
 * Reading a user's data: {@linkplain Session sessions}, their {@linkplain Scope scope} and
 * {@linkplain SessionFiles files}, and the {@linkplain Account accounts} that the data comes from. <i>The service</i>
 * is digi.me's API.
 *
 * <p>Records copy their collections. A part that is missing or malformed in the response is null or left out (a
 * required name or id is empty), or has the intended value where that is clear. {@code problems} lists such parts, for
 * example {@code createdDate is not a whole number}, and is otherwise empty.
 */
@NullMarked
package me.digi.client.read;

import org.jspecify.annotations.NullMarked;
