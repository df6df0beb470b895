package me.digi.client.logs;

import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.MDCAdapter;

/** An MDC that new threads do not inherit, like those of Logback and Log4j. */
final class TestMdc implements MDCAdapter {
    private final ThreadLocal<Map<String, String>> values = ThreadLocal.withInitial(HashMap::new);

    @Override
    public void put(String key, String value) {
        values.get().put(key, value);
    }

    @Override
    public @Nullable String get(String key) {
        return values.get().get(key);
    }

    @Override
    public void remove(String key) {
        values.get().remove(key);
    }

    @Override
    public void clear() {
        values.remove();
    }

    @Override
    public Map<String, String> getCopyOfContextMap() {
        return Map.copyOf(values.get());
    }

    @Override
    public void setContextMap(Map<String, String> map) {
        values.set(new HashMap<>(map));
    }

    @Override
    public void pushByKey(String key, String value) {
        throw new UnsupportedOperationException(key);
    }

    @Override
    public String popByKey(String key) {
        throw new UnsupportedOperationException(key);
    }

    @Override
    public Deque<String> getCopyOfDequeByKey(String key) {
        throw new UnsupportedOperationException(key);
    }

    @Override
    public void clearDequeByKey(String key) {
        throw new UnsupportedOperationException(key);
    }
}
