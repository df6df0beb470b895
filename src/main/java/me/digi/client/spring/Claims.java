package me.digi.client.spring;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;

/**
 * What some request is doing already, in the token store, which all processes share. A session cannot tell, since with
 * Spring Session each request has a copy of its own.
 *
 * <p>A claim expires, because its process may end. All claims are in a few records, none of which has to be deleted.
 */
final class Claims {
    private static final String CONTRACT = "digime-consent";
    private static final int RECORDS = 64;

    private final TokenStore store;
    private final Clock clock;
    private final Duration lifetime;

    Claims(TokenStore store, Clock clock, Duration lifetime) {
        this.store = store;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Returns false if the name is claimed already. */
    boolean claim(String name) {
        GrantKey key = new GrantKey(CONTRACT, String.valueOf(Math.floorMod(name.hashCode(), RECORDS)));
        StoredGrant stored;
        StoredGrant next;
        do {
            stored = store.load(key);
            Map<String, Long> claims = parse(stored);
            long now = clock.millis();
            claims.values().removeIf(expiresAt -> expiresAt <= now);
            if (claims.putIfAbsent(name, now + lifetime.toMillis()) != null) {
                return false;
            }
            String content = claims.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
            next = stored == null ? StoredGrant.first(content) : stored.next(content);
        } while (!store.compareAndSet(key, stored == null ? 0 : stored.version(), next));
        return true;
    }

    private static Map<String, Long> parse(@Nullable StoredGrant stored) {
        Map<String, Long> claims = new TreeMap<>();
        if (stored != null) {
            stored.content()
                    .lines()
                    .map(line -> line.split("="))
                    .forEach(claim -> claims.put(claim[0], Long.valueOf(claim[1])));
        }
        return claims;
    }
}
