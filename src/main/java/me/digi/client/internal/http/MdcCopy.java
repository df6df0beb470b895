package me.digi.client.internal.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Copies the MDC of the thread that runs this. Only with SLF4J. */
final class MdcCopy implements Runnable {
    @Nullable
    Map<String, String> values;

    @Override
    public void run() {
        Map<String, String> copy = MDC.getCopyOfContextMap();
        values = copy == null || copy.isEmpty() ? null : copy;
    }

    static void set(@Nullable Map<String, String> values) {
        if (values == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(values);
        }
    }
}
