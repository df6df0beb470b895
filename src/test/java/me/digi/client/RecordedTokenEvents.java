package me.digi.client;

import java.util.ArrayList;
import java.util.List;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenListener;

/** Records what a listener is called with. */
final class RecordedTokenEvents implements TokenListener {
    private final List<TokenEvent> events = new ArrayList<>();

    @Override
    public synchronized void on(TokenEvent event) {
        events.add(event);
        notifyAll();
    }

    synchronized List<TokenEvent> all() {
        return List.copyOf(events);
    }

    synchronized <T extends TokenEvent> List<T> of(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Waits for that many events of this kind. */
    synchronized void await(Class<? extends TokenEvent> kind, int times) throws InterruptedException {
        while (of(kind).size() < times) {
            wait();
        }
    }

    /** The kinds of events, in order. */
    List<String> kinds() {
        return all().stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    List<UserAccessToken> newPairs() {
        return of(TokenEvent.Changed.class).stream()
                .map(TokenEvent.Changed::token)
                .toList();
    }

    synchronized void forget() {
        events.clear();
    }
}
