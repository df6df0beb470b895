/**
 * The client for digi.me; start at {@link me.digi.client.DigiMe}. An application sends its user to digi.me to
 * consent, receives a user access token for one contract, and reads or pushes the user's data with it.
 *
 * <p>Types that applications build have nested builders; types they receive are records. A minor version may add
 * components to records and cases to sealed types.
 *
 * <p>Everything under {@code me.digi.client.internal} is not API and may change in any release.
 */
@NullMarked
package me.digi.client;

import org.jspecify.annotations.NullMarked;
