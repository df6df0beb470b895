package me.digi.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import me.digi.client.sandbox.TokenStoreContract;
import me.digi.client.store.TokenStoreException.Operation;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDBC store on H2, and on data sources that fail. */
class JdbcTokenStoreTest {
    private static final GrantKey GRANT = new GrantKey("contract", "user");
    private static final StoredGrant FIRST = new StoredGrant(1, "{\"secret\":\"the-secret-pair\"}");

    private static final GrantSummary SUMMARY = new GrantSummary(
            GrantSummary.State.IN_DOUBT, Instant.ofEpochMilli(1_800_000_000_123L), Instant.ofEpochMilli(7));
    private static final String LONGEST_NAME = "a_table_whose_name_is_as_long_as_the_name_of_a_table_may_be_now";
    /** As version 1 of the schema was, before there were lists. */
    static final String EARLIER_SCHEMA = "CREATE TABLE digime_grant (grant_id VARCHAR(64) NOT NULL PRIMARY KEY,"
            + " contract_id VARCHAR(255) NOT NULL, user_key VARCHAR(255) NOT NULL, version BIGINT NOT NULL,"
            + " content TEXT NOT NULL)";

    private final JdbcDataSource h2 = new JdbcDataSource();
    private final AtomicInteger open = new AtomicInteger();
    private final DataSource counted = Connections.counted(h2, open);
    private final JdbcTokenStore store = new JdbcTokenStore(counted);

    @BeforeEach
    void createTable() throws SQLException {
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        execute(store.schema());
    }

    @AfterEach
    void everyConnectionIsClosed() throws SQLException {
        assertThat(open).hasValue(0);
        execute("SHUTDOWN");
    }

    @Test
    void keepsTheContract() {
        TokenStoreContract.checkShared(store, new JdbcTokenStore(counted));
    }

    @Test
    void switchesAutoCommitOnForItselfAndOffAgain() {
        List<Connection> lent = new ArrayList<>();
        DataSource withoutAutoCommit = Connections.pooled(Connections.prepared(h2, connection -> {
            connection.setAutoCommit(false);
            lent.add(connection);
        }));
        TokenStoreContract.checkShared(new JdbcTokenStore(withoutAutoCommit), store);
        assertThat(lent).isNotEmpty().allSatisfy(connection -> {
            assertThat(connection.getAutoCommit()).isFalse();
            connection.close();
        });
    }

    @Test
    void theSchemaIsInTheJar() throws Exception {
        String resource = new String(
                JdbcTokenStore.class
                        .getResourceAsStream("/me/digi/client/store/schema.sql")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(store.schema()).isEqualTo(resource).contains("CREATE TABLE IF NOT EXISTS digime_grant (");
        assertThat(new JdbcTokenStore(h2, "my.grants").schema()).contains("CREATE TABLE IF NOT EXISTS my.grants (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a;b", "a--", "\"a\"", "1a", "a.b.c", "a.", ".a", "täble", "a\n"})
    void aTableNameThatIsMoreThanANameIsRejectedAndShown(String table) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JdbcTokenStore(h2, table))
                .withMessageContaining("\"" + table + "\"");
    }

    @Test
    void aDataSourceThatFailsIsAnErrorThatNamesOperationAndGrantAndKeepsTheCause() {
        SQLException cause = new SQLException("no connection", "08001");
        JdbcTokenStore failing = new JdbcTokenStore(Connections.dataSource(() -> {
            throw cause;
        }));
        assertFailure(catchThrowable(() -> failing.load(GRANT)), Operation.LOAD, cause);
        assertFailure(catchThrowable(() -> failing.compareAndSet(GRANT, 0, FIRST)), Operation.WRITE, cause);
        assertFailure(catchThrowable(() -> failing.delete(GRANT)), Operation.DELETE, cause);
        Throwable notListed = catchThrowable(() -> failing.list("contract", null, 10));
        assertThat(notListed)
                .isInstanceOf(TokenStoreException.class)
                .hasMessage(
                        "cannot list the users of contract contract: table digime_grant, SQLException with SQLState 08001")
                .hasCause(cause);
        assertThat(((TokenStoreException) notListed).operation()).isEqualTo(Operation.LIST);
    }

    @Test
    void aPoolThatThrowsSomethingElseIsTheSameError() {
        IllegalStateException cause = new IllegalStateException("the pool is closed");
        JdbcTokenStore failing = new JdbcTokenStore(Connections.dataSource(() -> {
            throw cause;
        }));
        assertFailure(catchThrowable(() -> failing.load(GRANT)), Operation.LOAD, cause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"getAutoCommit", "setAutoCommit", "prepareStatement"})
    void aConnectionThatBreaksIsClosed(String broken) {
        SQLException cause = new SQLException("broken", "08006");
        JdbcTokenStore failing = new JdbcTokenStore(withoutAutoCommit(method -> {
            if (method.equals(broken)) {
                throw cause;
            }
        }));
        assertFailure(catchThrowable(() -> failing.compareAndSet(GRANT, 0, FIRST)), Operation.WRITE, cause);
        assertThat(store.load(GRANT)).isNull();
    }

    @Test
    void aConnectionThatBreaksAfterTheWriteDoesNotMakeItLookUndone() {
        AtomicInteger switches = new AtomicInteger();
        JdbcTokenStore breaking = new JdbcTokenStore(withoutAutoCommit(method -> {
            if (method.equals("setAutoCommit") && switches.incrementAndGet() == 2) {
                throw new SQLException("broken", "08006");
            }
        }));
        assertThat(breaking.compareAndSet(GRANT, 0, FIRST)).isTrue();
        assertThat(switches).hasValue(2);
        assertThat(store.load(GRANT)).isEqualTo(FIRST);
    }

    @Test
    void transactionsThatTheDatabaseRollsBackAreRetried() {
        AtomicInteger statements = new AtomicInteger();
        JdbcTokenStore contended = new JdbcTokenStore(withoutAutoCommit(method -> {
            if (method.equals("prepareStatement") && statements.incrementAndGet() <= 3) {
                throw new SQLException("could not serialize access", "40001");
            }
        }));
        assertThat(contended.compareAndSet(GRANT, 0, FIRST)).isTrue();
        assertThat(statements).hasValue(4);
    }

    @Test
    void aDatabaseThatAlwaysRollsBackIsAnError() {
        SQLException cause = new SQLException("deadlock", "40P01");
        JdbcTokenStore contended = new JdbcTokenStore(withoutAutoCommit(method -> {
            if (method.equals("prepareStatement")) {
                throw cause;
            }
        }));
        assertFailure(catchThrowable(() -> contended.compareAndSet(GRANT, 0, FIRST)), Operation.WRITE, cause);
    }

    @Test
    void aRuleOfTheApplicationsOwnThatRejectsARowIsAnErrorAndNotARaceThatWasLost() throws SQLException {
        execute("ALTER TABLE digime_grant ADD COLUMN tenant VARCHAR(10) NOT NULL");
        assertThatThrownBy(() -> store.compareAndSet(GRANT, 0, FIRST))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageEndingWith("SQLState 23502");
    }

    @Test
    void contentQuotedByTheDatabaseIsNotInTheException() throws SQLException {
        execute("ALTER TABLE digime_grant ALTER COLUMN content VARCHAR(5)");
        assertThatThrownBy(() -> store.compareAndSet(GRANT, 0, FIRST))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageEndingWith("SQLState 22001")
                .hasCauseInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(Secrets.everythingIn(e))
                        .contains("(message removed: it quoted the record)")
                        .doesNotContain("secret"));
    }

    @Test
    void aTableOfAnEarlierVersionIsReadAndUpgradedBySchema() throws SQLException {
        execute("DROP TABLE digime_grant");
        execute(EARLIER_SCHEMA);
        execute("INSERT INTO digime_grant (grant_id, contract_id, user_key, version, content) VALUES ('"
                + GRANT.grantId() + "', 'contract', 'user', 41, '{}')");
        assertThat(store.load(GRANT)).isEqualTo(new StoredGrant(41, "{}"));
        for (Throwable e : List.of(
                catchThrowable(() -> store.compareAndSet(GRANT, 41, new StoredGrant(42, "{}"))),
                catchThrowable(() -> store.list("contract", null, 10)))) {
            assertThat(e)
                    .isInstanceOf(TokenStoreException.class)
                    .hasMessageEndingWith("SQLState 42S22; the table is from an earlier version: run"
                            + " JdbcTokenStore.schema() again");
        }

        execute(store.schema());
        assertThat(store.list("contract", null, 10)).containsExactly(new StoredUser(GRANT, 41, GrantSummary.unknown()));
        assertThat(store.compareAndSet(GRANT, 41, new StoredGrant(42, "{}", SUMMARY)))
                .isTrue();
        execute(store.schema());
        assertThat(store.list("contract", null, 10)).containsExactly(new StoredUser(GRANT, 42, SUMMARY));
        TokenStoreContract.check(store);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my.grants", "digime_grant_2", "my.digime_grant", LONGEST_NAME})
    void anyTableIsMadeWithAnIndexThatIsNamedAfterIt(String table) throws SQLException {
        execute("CREATE SCHEMA my");
        JdbcTokenStore named = new JdbcTokenStore(h2, table);
        execute(named.schema());
        execute(named.schema());
        named.compareAndSet(GRANT, 0, new StoredGrant(1, "{}", SUMMARY));
        assertThat(named.list("contract", null, 10)).containsExactly(new StoredUser(GRANT, 1, SUMMARY));
        String name = table.substring(table.indexOf('.') + 1);
        String index = name.substring(0, Math.min(50, name.length())) + "_by_contract";
        assertThat(named.schema()).contains("INDEX IF NOT EXISTS " + index + " ON " + table + " (");
    }

    @Test
    void aStateOfALaterVersionIsUnknownAndTimesAreInMilliseconds() throws SQLException {
        store.compareAndSet(GRANT, 0, new StoredGrant(1, "{}", SUMMARY));
        execute(
                "UPDATE digime_grant SET state = 'OF_A_LATER_VERSION', refreshed_at = 5, refresh_token_expires_at = NULL");
        assertThat(store.list("contract", null, 10))
                .containsExactly(new StoredUser(
                        GRANT, 1, new GrantSummary(GrantSummary.State.UNKNOWN, Instant.ofEpochMilli(5), null)));
    }

    @Test
    void aListOf100000UsersIsOneStatementForEachPage() throws SQLException {
        int users = 100_000;
        int limit = 500;
        insert(users);
        List<String> statements = new ArrayList<>();
        JdbcTokenStore countedStore = new JdbcTokenStore(Connections.dataSource(() ->
                Connections.intercepted(counted.getConnection(), (method, arguments) -> {
                    if (method.equals("prepareStatement")) {
                        statements.add((String) arguments[0]);
                    }
                })));
        Set<String> seen = new HashSet<>();
        String after = null;
        for (List<StoredUser> page = countedStore.list("contract", after, limit);
                !page.isEmpty();
                page = countedStore.list("contract", after, limit)) {
            assertThat(page).hasSize(limit);
            page.forEach(user -> seen.add(user.userKey()));
            after = page.get(limit - 1).userKey();
        }
        assertThat(seen).hasSize(users);
        assertThat(statements).hasSize(users / limit + 1);
        String statement = statements
                .get(0)
                .replaceFirst("\\?", "'contract'")
                .replaceFirst("\\?", "'7f'")
                .replaceFirst("\\?", "500");
        assertThat(explained(statement)).contains("/* index sorted */");
    }

    private String explained(String statement) throws SQLException {
        try (Connection connection = h2.getConnection();
                Statement explain = connection.createStatement();
                ResultSet plan = explain.executeQuery("EXPLAIN " + statement)) {
            assertThat(plan.next()).isTrue();
            return plan.getString(1);
        }
    }

    private void insert(int users) throws SQLException {
        try (Connection connection = h2.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO digime_grant (grant_id, contract_id, user_key, version, content)"
                                + " VALUES (?, 'contract', ?, 1, '{}')")) {
            for (int user = 0; user < users; user++) {
                insert.setString(1, GrantKey.grantId("contract", "user " + user));
                insert.setString(2, "user " + user);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Test
    void j5_aCallInsideATransactionNeedsItsOwnPool() throws SQLException {
        DataSource poolOfOne = Connections.limited(counted, 1);
        try (Connection transaction = poolOfOne.getConnection()) {
            transaction.setAutoCommit(false);
            assertThatThrownBy(() -> new JdbcTokenStore(poolOfOne).compareAndSet(GRANT, 0, FIRST))
                    .isInstanceOf(TokenStoreException.class)
                    .hasRootCauseMessage("Connection is not available");
            JdbcTokenStore withItsOwnPool = new JdbcTokenStore(Connections.limited(counted, 1));
            assertThat(withItsOwnPool.compareAndSet(GRANT, 0, FIRST)).isTrue();
            transaction.rollback();
        }
        assertThat(store.load(GRANT)).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version = 0", "content = NULL"})
    void aDamagedRowIsAnErrorAndIsNotOverwritten(String damage) throws SQLException {
        store.compareAndSet(GRANT, 0, FIRST);
        execute("ALTER TABLE digime_grant ALTER COLUMN content SET NULL");
        execute("UPDATE digime_grant SET " + damage);
        Throwable e = catchThrowable(() -> store.load(GRANT));
        assertThat(e).isInstanceOf(TokenStoreException.class).hasRootCauseInstanceOf(SQLException.class);
        assertThat(e.getCause()).hasMessageStartingWith("the row is damaged");
        assertThat(Secrets.everythingIn(e)).doesNotContain("secret");
        assertThat(catchThrowable(() -> store.compareAndSet(GRANT, 0, FIRST))).isInstanceOf(TokenStoreException.class);
    }

    private interface Breakage {
        void on(String method) throws SQLException;
    }

    private DataSource withoutAutoCommit(Breakage breakage) {
        return Connections.dataSource(() -> {
            Connection connection = counted.getConnection();
            connection.setAutoCommit(false);
            return Connections.intercepted(connection, (method, arguments) -> breakage.on(method));
        });
    }

    private static void assertFailure(Throwable e, Operation operation, Throwable cause) {
        assertThat(e)
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContainingAll("user user under contract contract", "table digime_grant")
                .hasCause(cause);
        assertThat(((TokenStoreException) e).operation()).isEqualTo(operation);
        assertThat(((TokenStoreException) e).grant()).isEqualTo(GRANT);
        assertThat(Secrets.everythingIn(e)).doesNotContain("the-secret-pair");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = h2.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
