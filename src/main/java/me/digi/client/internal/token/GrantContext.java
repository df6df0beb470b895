package me.digi.client.internal.token;

import java.time.Clock;
import java.time.Instant;
import me.digi.client.auth.ContractDetails;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.internal.auth.TokenEndpoint;
import me.digi.client.internal.http.Sleeper;
import me.digi.client.store.GrantKey;

/**
 * What a refresh of one grant works with.
 *
 * @param holder what this client calls itself in leases, a random name
 */
record GrantContext(
        GrantKey key,
        ContractDetails contract,
        TokenEndpoint endpoint,
        GrantRecords records,
        Clock clock,
        Sleeper sleeper,
        TokenPolicy policy,
        Notifications notifications,
        String holder) {

    Instant now() {
        return clock.instant();
    }

    void tell(TokenEvent event) {
        notifications.tell(event);
    }
}
