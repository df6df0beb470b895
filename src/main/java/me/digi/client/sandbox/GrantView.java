package me.digi.client.sandbox;

import me.digi.client.sandbox.internal.state.Grant;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a user's grant under a contract.
 *
 * @param consentId the consent that both tokens belong to
 * @param issued the number of token pairs issued so far
 * @param live the one pair that is accepted, expired or not; null once the grant is revoked
 */
public record GrantView(
        String userId,
        String contractId,
        String consentId,
        int issued,
        @Nullable TokenPair live) {
    static GrantView of(Grant grant) {
        Grant.Pair pair = grant.pair();
        TokenPair live = pair == null
                ? null
                : new TokenPair(
                        grant.issued(),
                        pair.access().value(),
                        pair.access().expiresAt(),
                        pair.refresh().value(),
                        pair.refresh().expiresAt());
        return new GrantView(grant.user().id(), grant.contract().id(), grant.consentId(), grant.issued(), live);
    }
}
