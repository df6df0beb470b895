package com.example.share;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenListener;
import org.springframework.stereotype.Component;

/** The last token events of each user, to show that refreshing happens by itself. */
@Component
class TokenEvents implements TokenListener {
    private static final int MOST = 8;

    private final Map<String, Deque<Entry>> users = new ConcurrentHashMap<>();

    @Override
    public void on(TokenEvent event) {
        users.compute(event.grant().userKey(), (user, known) -> {
            Deque<Entry> events = known == null ? new ArrayDeque<>() : new ArrayDeque<>(known);
            events.addFirst(new Entry(Instant.now(), event.getClass().getSimpleName()));
            if (events.size() > MOST) {
                events.removeLast();
            }
            return events;
        });
    }

    List<Entry> of(String user) {
        return List.copyOf(users.getOrDefault(user, new ArrayDeque<>()));
    }

    record Entry(Instant at, String name) {}
}
