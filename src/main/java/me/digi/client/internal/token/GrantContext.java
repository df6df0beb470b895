package me.digi.client.internal.token;

import java.time.Clock;
import java.time.Instant;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.internal.auth.RefreshEndpoint;
import me.digi.client.internal.http.Sleeper;
import me.digi.client.store.GrantKey;

/**
 * What a refresh of one grant works with.
 *
 * @param sleeper waits between two looks at the store; interrupted when the client closes
 * @param holder what this client calls itself in leases, a random name
 */
record GrantContext(
        GrantKey key,
        RefreshEndpoint endpoint,
        GrantRecords records,
        Clock clock,
        Sleeper sleeper,
        TokenPolicy policy,
        Notifications notifications,
        String holder) {

    Instant now() {
        return clock.instant();
    }

    /** Until when work that has just failed is not tried again in the background. */
    Instant pauseUntil() {
        return now().plus(policy.pauseAfterFailure());
    }

    void tell(TokenEvent event) {
        notifications.tell(event);
    }
}
