package me.digi.client.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The five statements, in portable SQL. Each is a transaction of its own. */
final class JdbcStatements {
    private static final String INTEGRITY_VIOLATION = "23";

    private final String select;
    private final String insert;
    private final String update;
    private final String delete;
    private final String list;

    JdbcStatements(String table) {
        // Without the summary's columns: a table of an earlier version can still be read.
        select = "SELECT version, content FROM " + table + " WHERE grant_id = ?";
        insert = "INSERT INTO " + table + " (version, content, state, refreshed_at, refresh_token_expires_at, grant_id,"
                + " contract_id, user_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        update = "UPDATE " + table + " SET version = ?, content = ?, state = ?, refreshed_at = ?,"
                + " refresh_token_expires_at = ? WHERE grant_id = ? AND version = ?";
        delete = "DELETE FROM " + table + " WHERE grant_id = ?";
        list = "SELECT user_key, version, state, refreshed_at, refresh_token_expires_at FROM " + table
                + " WHERE contract_id = ? AND grant_id > ? ORDER BY contract_id, grant_id FETCH FIRST ? ROWS ONLY";
    }

    Optional<StoredGrant> select(Connection connection, GrantKey grant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, grant.grantId());
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
                    "the row is damaged: version " + version + ", content " + (content == null ? "null" : "present"),
                    "22000");
        }
        return new StoredGrant(version, content);
    }

    boolean insert(Connection connection, GrantKey grant, StoredGrant first) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            set(statement, first);
            statement.setString(6, grant.grantId());
            statement.setString(7, grant.contractId());
            statement.setString(8, grant.userKey());
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            // If there is a row now, another writer was first; otherwise a constraint of the application's rejects it.
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
            set(statement, next);
            statement.setString(6, grant.grantId());
            statement.setLong(7, expectedVersion);
            return statement.executeUpdate() == 1;
        }
    }

    /** The first five parameters. */
    private static void set(PreparedStatement statement, StoredGrant next) throws SQLException {
        statement.setLong(1, next.version());
        statement.setString(2, next.content());
        statement.setString(3, next.summary().state().name());
        statement.setObject(4, next.summary().refreshedAtMillis(), Types.BIGINT);
        statement.setObject(5, next.summary().refreshTokenExpiresAtMillis(), Types.BIGINT);
    }

    boolean delete(Connection connection, GrantKey grant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setString(1, grant.grantId());
            return statement.executeUpdate() > 0;
        }
    }

    /** The users after this id, ordered by id, which no collation affects. */
    List<StoredUser> list(Connection connection, String contractId, String afterId, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(list)) {
            statement.setString(1, contractId);
            statement.setString(2, afterId);
            statement.setInt(3, limit);
            try (ResultSet row = statement.executeQuery()) {
                List<StoredUser> page = new ArrayList<>();
                while (row.next()) {
                    GrantSummary summary = GrantSummary.stored(row.getString(3), number(row, 4), number(row, 5));
                    page.add(new StoredUser(new GrantKey(contractId, row.getString(1)), row.getLong(2), summary));
                }
                return page;
            }
        }
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
