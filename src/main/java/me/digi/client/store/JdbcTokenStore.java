package me.digi.client.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import me.digi.client.internal.io.Bytes;
import me.digi.client.internal.io.Require;
import me.digi.client.store.TokenStoreException.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Stores grants in a database table that many machines share.
 *
 * <pre>{@code
 * TokenStore store = new JdbcTokenStore(dataSource);      // the table digime_grant, see schema()
 * }</pre>
 *
 * <p>The application creates the table, with the SQL of {@link #schema()}, which is
 * {@code me/digi/client/store/schema.sql} in the jar. It is tested on PostgreSQL and H2, and uses nothing specific to
 * them.
 *
 * <p>Use a data source with a connection pool of its own. With the application's pool, a call inside a transaction needs a
 * second connection while it holds the first: once all are held, calls block each other until they fail.
 *
 * <p>Each operation takes a connection, runs one or two statements with auto-commit, and closes it, with auto-commit
 * reset. Connections must not take part in the application's transactions, whose rollback must not undo a token pair,
 * nor lead to a lagging replica. Limit statement times in the data source.
 */
public final class JdbcTokenStore implements TokenStore {
    private static final String TABLE = "digime_grant";
    private static final String INDEX = "digime_grant_by_contract";
    /** Databases may limit index names to the length of table names. */
    private static final int MAX_INDEX_CHARS = 50;
    /** Sorts before every id. */
    private static final String FIRST = "0";
    /** PostgreSQL's and H2's code for a missing column. */
    private static final Set<String> NO_SUCH_COLUMN = Set.of("42703", "42S22");

    private static final Pattern TABLE_NAME =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}(\\.[A-Za-z_][A-Za-z0-9_]{0,62})?");

    private final JdbcConnections connections;
    private final JdbcStatements statements;
    private final String table;

    /** Uses the table {@code digime_grant}. */
    public JdbcTokenStore(DataSource dataSource) {
        this(dataSource, TABLE);
    }

    /**
     * Uses another table.
     *
     * @param table a name of letters, digits and underscores, optionally preceded by a schema and a dot
     */
    public JdbcTokenStore(DataSource dataSource, String table) {
        if (!TABLE_NAME.matcher(table).matches()) {
            throw new IllegalArgumentException(
                    "table must be a name of letters, digits and underscores, or schema.name: \"" + table + "\"");
        }
        this.table = table;
        connections = new JdbcConnections(Objects.requireNonNull(dataSource, "dataSource"));
        statements = new JdbcStatements(table);
    }

    /** The SQL that creates this store's table, or upgrades one of an earlier version. Safe to run repeatedly. */
    public String schema() {
        try (InputStream in = Objects.requireNonNull(
                JdbcTokenStore.class.getResourceAsStream("schema.sql"), "schema.sql is missing from the jar")) {
            return new String(Bytes.readAll(in), StandardCharsets.UTF_8)
                    .replace(INDEX, "\0")
                    .replace(TABLE, table)
                    .replace("\0", index());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An index lives in its table's schema, and is named without it. */
    private String index() {
        String name = table.substring(table.indexOf('.') + 1);
        return name.substring(0, Math.min(name.length(), MAX_INDEX_CHARS)) + INDEX.substring(TABLE.length());
    }

    @Override
    public @Nullable StoredGrant load(GrantKey grant) {
        try {
            return connections
                    .use(connection -> statements.select(connection, grant))
                    .orElse(null);
        } catch (SQLException | RuntimeException e) {
            throw failure(Operation.LOAD, grant, e);
        }
    }

    @Override
    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
        next.requireFollows(expectedVersion);
        try {
            return connections.use(connection -> expectedVersion == 0
                    ? statements.insert(connection, grant, next)
                    : statements.update(connection, grant, expectedVersion, next));
        } catch (SQLException | RuntimeException e) {
            throw failure(Operation.WRITE, grant, ContentFree.of(e, next.content()));
        }
    }

    @Override
    public void delete(GrantKey grant) {
        try {
            connections.use(connection -> statements.delete(connection, grant));
        } catch (SQLException | RuntimeException e) {
            throw failure(Operation.DELETE, grant, e);
        }
    }

    /** Ordered by the table's primary key; one statement per page. */
    @Override
    public List<StoredUser> list(String contractId, @Nullable String after, int limit) {
        Require.id("limit", limit);
        String afterId = after == null ? FIRST : new GrantKey(contractId, after).grantId();
        try {
            return connections.use(connection -> statements.list(connection, contractId, afterId, limit));
        } catch (SQLException | RuntimeException e) {
            throw TokenStoreException.notListed(contractId, reason(e), e);
        }
    }

    private TokenStoreException failure(Operation operation, GrantKey grant, Exception e) {
        return new TokenStoreException(operation, grant, reason(e), e);
    }

    private String reason(Exception e) {
        String state = e instanceof SQLException sql ? sql.getSQLState() : null;
        return "table " + table + ", " + e.getClass().getSimpleName()
                + (e instanceof SQLException ? " with SQLState " + state : "")
                + (state != null && NO_SUCH_COLUMN.contains(state)
                        ? "; the table is from an earlier version: run JdbcTokenStore.schema() again"
                        : "");
    }
}
