package me.digi.client.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import me.digi.client.store.JdbcTokenStore;

/** The table of the token store in {@link LoadBenchmark}, on PostgreSQL. */
final class LoadTable {
    private final DataSource database;

    LoadTable(DataSource database) {
        this.database = database;
    }

    void create() throws SQLException {
        execute(new JdbcTokenStore(database).schema());
    }

    /** Adds copies of a row until the table has so many, for its real size. No sweep refreshes them. */
    void fillUpTo(int rows) throws SQLException {
        execute("INSERT INTO digime_grant SELECT encode(sha256(convert_to(contract_id, 'UTF8') || '\\000'::bytea"
                + " || ('idle-' || i)::bytea), 'hex'), contract_id, 'idle-' || i,"
                + " version, content, state, 9999999999999, refresh_token_expires_at"
                + " FROM (SELECT * FROM digime_grant LIMIT 1) one,"
                + " generate_series(1, " + rows + " - (SELECT count(*) FROM digime_grant)) i");
        execute("ANALYZE digime_grant");
    }

    String size() throws SQLException {
        return query(
                "SELECT count(*), pg_table_size('digime_grant') / count(*), pg_indexes_size('digime_grant') / count(*)"
                        + " FROM digime_grant",
                "%,d rows of %d bytes, and %d bytes in indexes");
    }

    /** Updates that leave the indexes alone are cheap; PostgreSQL calls them HOT. */
    String updates() throws SQLException {
        return query(
                "SELECT n_tup_upd, n_tup_hot_upd, 0 FROM pg_stat_user_tables WHERE relname = 'digime_grant'",
                "%,d updates of rows, %,d of them without touching an index");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql, String format) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return String.format(Locale.ROOT, format, found.getLong(1), found.getLong(2), found.getLong(3));
        }
    }
}
