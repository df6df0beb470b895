package me.digi.client.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Lends a connection with auto-commit on, and returns it as it was. */
record JdbcConnections(DataSource dataSource) {
    /** Serialization failure and deadlock: the database rolled the statement back in favor of another. */
    private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01");

    private static final int TRIES = 10;

    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    <T> T use(Work<T> work) throws SQLException {
        Connection connection = dataSource.getConnection();
        boolean switched = false;
        try {
            switched = !connection.getAutoCommit();
            if (switched) {
                connection.setAutoCommit(true);
            }
            return tried(connection, work);
        } finally {
            giveBack(connection, switched);
        }
    }

    /** The work is done: a connection that breaks now must neither make it look undone nor hide a failure. */
    private static void giveBack(Connection connection, boolean switched) {
        try (connection) {
            if (switched) {
                connection.setAutoCommit(false);
            }
        } catch (SQLException | RuntimeException brokenAfterwards) {
            // A pool detects that itself.
        }
    }

    private static <T> T tried(Connection connection, Work<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.run(connection);
            } catch (SQLException e) {
                String state = e.getSQLState();
                if (state == null || !ROLLED_BACK.contains(state) || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
