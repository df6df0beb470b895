package me.digi.client.store;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps database errors from showing the record that was to be written: PostgreSQL quotes the row that violates a
 * constraint, H2 the text that is too long for its column.
 */
final class ContentFree {
    /** Shorter fragments reveal nothing of a token. */
    private static final int PIECE = 12;

    private ContentFree() {}

    /** The exception itself, or one without its message if that, or a cause's, quotes the content. */
    static Exception of(Exception e, String content) {
        if (!quotes(e, pieces(content), new HashSet<>())) {
            return e;
        }
        String type = e.getClass().getName() + " (message removed: it quoted the record)";
        Exception replacement = e instanceof SQLException sql
                ? new SQLException(type, sql.getSQLState(), sql.getErrorCode())
                : new IllegalStateException(type);
        replacement.setStackTrace(e.getStackTrace());
        return replacement;
    }

    private static boolean quotes(@Nullable Throwable e, Set<String> pieces, Set<Throwable> seen) {
        if (e == null || !seen.add(e)) {
            return false;
        }
        for (Throwable suppressed : e.getSuppressed()) {
            if (quotes(suppressed, pieces, seen)) {
                return true;
            }
        }
        return pieces(String.valueOf(e)).stream().anyMatch(pieces::contains)
                || quotes(e.getCause(), pieces, seen)
                || (e instanceof SQLException sql && quotes(sql.getNextException(), pieces, seen));
    }

    private static Set<String> pieces(String text) {
        Set<String> pieces = new HashSet<>();
        for (int start = 0; start + PIECE <= text.length(); start++) {
            pieces.add(text.substring(start, start + PIECE));
        }
        return pieces;
    }
}
