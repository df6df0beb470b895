package me.digi.client.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What the sandbox knows of a user's grant under a contract, at one moment.
 *
 * @param userId the user
 * @param contractId the contract
 * @param consentId the consent that both tokens belong to
 * @param issued how many pairs were issued so far
 * @param live the one pair that is honoured, expired or not; null once the grant was revoked
 */
public record GrantView(
        String userId,
        String contractId,
        String consentId,
        int issued,
        @Nullable TokenPair live) {}
