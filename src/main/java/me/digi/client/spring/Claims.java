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
 * Ensures that only one request does something, by means of the token store, which all processes share. The session is
 * no substitute, since with Spring Session each request has its own copy.
 *
 * <p>A claim expires, since its process may end. All claims share a few records, so that none must be deleted.
 */
record Claims(TokenStore store, Clock clock, Duration lifetime) {
    private static final int RECORDS = 64;

    /** Claims a name, and returns false if it is already claimed. */
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
