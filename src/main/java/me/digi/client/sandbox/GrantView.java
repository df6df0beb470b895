package me.digi.client.sandbox;

import java.util.List;
import me.digi.client.sandbox.internal.state.Grant;
import me.digi.client.sandbox.internal.state.Pair;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a user's grant under a contract.
 *
 * @param consentId the consent that both tokens belong to
 * @param issued the number of token pairs issued so far
 * @param live the one pair that is accepted, expired or not; null once the grant is revoked
 * @param pairs the newest 100 pairs, oldest first
 */
public record GrantView(
        String userId,
        String contractId,
        String consentId,
        int issued,
        @Nullable TokenPair live,
        List<IssuedPair> pairs) {
    static GrantView of(Grant grant) {
        Pair live = grant.pair();
        return new GrantView(
                grant.user().id(),
                grant.contract().id(),
                grant.consentId(),
                grant.issued(),
                live == null ? null : live.view().tokens(),
                grant.pairs().stream().map(Pair::view).toList());
    }
}
