/**
 * The client for digi.me: {@code DigiMe} is the one door. An application sends its user to digi.me to consent, gets a
 * user access token for one contract, and with it reads or pushes that user's data.
 *
 * <p>Everything below {@code me.digi.client.internal} is not API and may change in any release.
 */
@NullMarked
package me.digi.client;

import org.jspecify.annotations.NullMarked;
