package me.digi.client.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.Optional;

/** The four statements, in SQL that every database knows. Each is a transaction of its own. */
final class JdbcStatements {
    private static final String INTEGRITY_VIOLATION = "23";

    private final String select;
    private final String insert;
    private final String update;
    private final String delete;

    JdbcStatements(String table) {
        select = "SELECT version, content FROM " + table + " WHERE grant_id = ?";
        insert = "INSERT INTO " + table + " (grant_id, contract_id, user_key, version, content) VALUES (?, ?, ?, ?, ?)";
        update = "UPDATE " + table + " SET version = ?, content = ? WHERE grant_id = ? AND version = ?";
        delete = "DELETE FROM " + table + " WHERE grant_id = ?";
    }

    Optional<StoredGrant> select(Connection connection, GrantKey grant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, GrantId.of(grant));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static StoredGrant read(ResultSet row) throws SQLException {
        long version = row.getLong(1);
        String content = row.getString(2);
        if (version < 1 || content == null) {
            throw new SQLDataException(
                    "the row is damaged: its version is " + version + ", its content "
                            + (content == null ? "null" : "there"),
                    "22000");
        }
        return new StoredGrant(version, content);
    }

    boolean insert(Connection connection, GrantKey grant, StoredGrant first) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, GrantId.of(grant));
            statement.setString(2, grant.contractId());
            statement.setString(3, grant.userKey());
            statement.setLong(4, first.version());
            statement.setString(5, first.content());
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            // Another writer was first, if there is a row now; otherwise a rule of the application's own refuses this
            // one.
            String state = e.getSQLState();
            if (state != null
                    && state.startsWith(INTEGRITY_VIOLATION)
                    && select(connection, grant).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    boolean update(Connection connection, GrantKey grant, long expectedVersion, StoredGrant next) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setLong(1, next.version());
            statement.setString(2, next.content());
            statement.setString(3, GrantId.of(grant));
            statement.setLong(4, expectedVersion);
            return statement.executeUpdate() == 1;
        }
    }

    boolean delete(Connection connection, GrantKey grant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setString(1, GrantId.of(grant));
            return statement.executeUpdate() > 0;
        }
    }
}
