package me.digi.client.logs;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger of the client at level DEBUG while there are {@link LogLines}; others log nothing. */
final class TestLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    TestLogger(String name) {
        this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return name.startsWith("me.digi.client") && LogLines.areRead();
    }

    @Override
    public boolean isInfoEnabled() {
        return isDebugEnabled();
    }

    @Override
    public boolean isWarnEnabled() {
        return isDebugEnabled();
    }

    @Override
    public boolean isErrorEnabled() {
        return isDebugEnabled();
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level, Marker marker, String format, Object @Nullable [] arguments, @Nullable Throwable thrown) {
        LogLines.add(new LogLines.Line(
                name,
                level,
                MessageFormatter.basicArrayFormat(format, arguments),
                thrown,
                MDC.getCopyOfContextMap(),
                Thread.currentThread().getName()));
    }
}
