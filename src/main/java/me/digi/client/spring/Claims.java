package me.digi.client.spring;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;

/**
 * What some request is doing already, in the token store, which all processes share. A session cannot tell, since with
 * Spring Session each request has a copy of its own.
 *
 * <p>A claim expires, because its process may end. All claims are in a few records, none of which has to be deleted.
 */
record Claims(TokenStore store, Clock clock, Duration lifetime) {
    private static final int RECORDS = 64;

    /** Returns false if the name is claimed already. */
    boolean claim(String name) {
        GrantKey key = new GrantKey("digime-consent", String.valueOf(Math.floorMod(name.hashCode(), RECORDS)));
        StoredGrant stored;
        StoredGrant next;
        do {
            stored = store.load(key);
            long now = clock.millis();
            List<String> claims = stored == null ? new ArrayList<>() : unexpired(stored, now);
            if (claims.stream().anyMatch(claim -> claim.startsWith(name + '='))) {
                return false;
            }
            claims.add(name + '=' + (now + lifetime.toMillis()));
            String content = String.join("\n", claims);
            next = stored == null ? StoredGrant.first(content) : stored.next(content);
        } while (!store.compareAndSet(key, stored == null ? 0 : stored.version(), next));
        return true;
    }

    private static List<String> unexpired(StoredGrant stored, long now) {
        return stored.content()
                .lines()
                .filter(claim -> Long.parseLong(claim.substring(claim.indexOf('=') + 1)) > now)
                .collect(Collectors.toList());
    }
}
