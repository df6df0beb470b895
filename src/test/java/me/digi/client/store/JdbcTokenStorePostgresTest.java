package me.digi.client.store;

import static me.digi.client.store.CountingProcess.GRANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import me.digi.client.sandbox.TokenStoreContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDBC store on a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcTokenStorePostgresTest {
    private final PostgresServer server = PostgresServer.shared();
    private final DataSource pool = Connections.pooled(server.dataSource());
    private final JdbcTokenStore store = new JdbcTokenStore(pool);

    @BeforeAll
    void createTable() throws SQLException {
        execute(store.schema());
        execute(store.schema());
    }

    @Test
    void keepsTheContract() {
        TokenStoreContract.checkShared(store, new JdbcTokenStore(Connections.pooled(server.dataSource())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeatable read", "serializable"})
    void keepsTheContractAtStricterIsolationAndWithoutAutoCommit(String isolation) {
        DataSource strict = Connections.pooled(Connections.prepared(server.dataSource(), connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL " + isolation);
            }
            connection.setAutoCommit(false);
        }));
        TokenStoreContract.check(new JdbcTokenStore(strict));
    }

    @Test
    void usesATableOfAnotherNameInASchema() throws SQLException {
        JdbcTokenStore named = new JdbcTokenStore(pool, "tokens.user_grants");
        execute("CREATE SCHEMA tokens");
        execute(named.schema());
        StoredGrant first = StoredGrant.first("{}");
        assertThat(named.compareAndSet(GRANT, 0, first)).isTrue();
        assertThat(named.load(GRANT)).isEqualTo(first);
    }

    @Test
    void aTableOfAnEarlierVersionIsReadAndUpgradedBySchema() throws SQLException {
        JdbcTokenStore earlier = new JdbcTokenStore(pool, "earlier_grant");
        execute(JdbcTokenStoreTest.EARLIER_SCHEMA.replace("digime_grant", "earlier_grant"));
        execute("INSERT INTO earlier_grant (grant_id, contract_id, user_key, version, content) VALUES ('"
                + GRANT.grantId() + "', 'contract', 'counted', 41, '{}')");
        assertThat(earlier.load(GRANT)).isEqualTo(new StoredGrant(41, "{}"));
        assertThatThrownBy(() -> earlier.list("contract", null, 10))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageEndingWith(
                        "SQLState 42703; the table is from an earlier version: run JdbcTokenStore.schema() again");
        execute(earlier.schema());
        assertThat(earlier.list("contract", null, 10))
                .containsExactly(new StoredUser(GRANT, 41, GrantSummary.unknown()));
        TokenStoreContract.check(earlier);
    }

    @Test
    void aPageIsReadFromTheIndexWithoutSorting() throws SQLException {
        JdbcTokenStore large = new JdbcTokenStore(pool, "large_grant");
        execute(large.schema());
        execute("INSERT INTO large_grant (grant_id, contract_id, user_key, version, content)"
                + " SELECT encode(sha256(n::text::bytea), 'hex'), 'contract ' || n % 2, n::text, 1, '{}'"
                + " FROM generate_series(1, 20000) n");
        execute("ANALYZE large_grant");
        String plan = String.join(
                "\n",
                query("EXPLAIN SELECT user_key, version, state, refreshed_at, refresh_token_expires_at FROM large_grant"
                        + " WHERE contract_id = 'contract 1' AND grant_id > '3f' ORDER BY contract_id, grant_id"
                        + " FETCH FIRST 500 ROWS ONLY"));
        assertThat(plan)
                .contains("Index Scan using large_grant_by_contract")
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan");
    }

    @Test
    void severalProcessesThatCountLoseNoStep() {
        store.delete(GRANT);
        int processes = 3;
        int steps = 60;
        List<ChildJvm> children = new ArrayList<>();
        try {
            for (int i = 0; i < processes; i++) {
                children.add(CountingProcess.start(SharedStore.POSTGRES, server.url(), steps));
            }
            Stream<String> acknowledged = children.stream().flatMap(child -> child.finish().stream());
            assertThat(acknowledged).hasSize(processes * steps).doesNotHaveDuplicates();
            int last = processes * steps;
            assertThat(store.load(GRANT)).isEqualTo(new StoredGrant(last, CountingProcess.content(last)));
        } finally {
            children.forEach(ChildJvm::close);
        }
    }

    @Test
    void rowsQuotedByTheDatabaseAreNotInTheException() throws SQLException {
        JdbcTokenStore checked = new JdbcTokenStore(pool, "checked_grant");
        execute(checked.schema());
        execute("ALTER TABLE checked_grant ADD CONSTRAINT small CHECK (length(content) < 10)");
        assertThatThrownBy(() -> checked.compareAndSet(GRANT, 0, new StoredGrant(1, "SECRET-SECRET-SECRET")))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("checked_grant")
                .hasMessageContaining("SQLState 23514")
                .satisfies(e -> assertThat(Secrets.everythingIn(e)).doesNotContain("SECRET-SEC"));
        assertThat(checked.load(GRANT)).isNull();
    }

    @Test
    void aMissingTableIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> new JdbcTokenStore(pool, "nowhere").load(GRANT))
                .isInstanceOf(TokenStoreException.class)
                .hasMessage(
                        "cannot load the grant of user counted under contract contract: table nowhere, PSQLException"
                                + " with SQLState 42P01")
                .hasCauseInstanceOf(SQLException.class);
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
