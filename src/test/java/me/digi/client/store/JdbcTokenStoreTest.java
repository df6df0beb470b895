package me.digi.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import me.digi.client.error.TokenStoreException;
import me.digi.client.error.TokenStoreException.Operation;
import me.digi.client.sandbox.TokenStoreContract;
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
    void theSchemaLiesInTheJarForWhoeverMakesTheTable() throws Exception {
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
    void aTableNameThatIsMoreThanANameIsRefusedAndShown(String table) {
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
    void whatTheDatabaseRollsBackForTheSakeOfAnotherIsTriedAgain() {
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
    void aDatabaseThatRollsBackForEverIsAnError() {
        SQLException cause = new SQLException("deadlock", "40P01");
        JdbcTokenStore contended = new JdbcTokenStore(withoutAutoCommit(method -> {
            if (method.equals("prepareStatement")) {
                throw cause;
            }
        }));
        assertFailure(catchThrowable(() -> contended.compareAndSet(GRANT, 0, FIRST)), Operation.WRITE, cause);
    }

    @Test
    void aRuleOfTheApplicationsOwnThatRefusesARowIsAnErrorAndNotARaceThatWasLost() throws SQLException {
        execute("ALTER TABLE digime_grant ADD COLUMN tenant VARCHAR(10) NOT NULL");
        assertThatThrownBy(() -> store.compareAndSet(GRANT, 0, FIRST))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageEndingWith("SQLState 23502");
    }

    @Test
    void whatTheDatabaseQuotesOfTheContentStaysOutOfTheException() throws SQLException {
        execute("ALTER TABLE digime_grant ALTER COLUMN content VARCHAR(5)");
        assertThatThrownBy(() -> store.compareAndSet(GRANT, 0, FIRST))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageEndingWith("SQLState 22001")
                .hasCauseInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(Secrets.everythingIn(e))
                        .contains("whose message quoted the record")
                        .doesNotContain("secret"));
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
