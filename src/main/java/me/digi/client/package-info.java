/**
 * The client for digi.me: {@code DigiMe} is the way in. An application sends its user to digi.me to consent, gets a
 * user access token for one contract, and with it reads or pushes that user's data.
 *
 * <p>What an application builds has a nested builder; what it receives is a record. A record may gain a component, and a
 * sealed family a case, in a minor version.
 *
 * <p>Everything below {@code me.digi.client.internal} is not API and may change in any release.
 */
@NullMarked
package me.digi.client;

import org.jspecify.annotations.NullMarked;
