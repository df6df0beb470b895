package me.digi.client.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.junit.SandboxTest;
import me.digi.client.store.EncryptingTokenStore;
import me.digi.client.store.FileTokenStore;
import me.digi.client.store.GrantKey;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.JdbcTokenStore;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;
import me.digi.client.store.TokenStoreException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of token pairs. */
@SandboxTest
class TokenStoresTest {
    private static final GrantKey GRANT = new GrantKey("contract", "user");
    private static final StoredGrant STORED = new StoredGrant(1, "{\"a\":\"the-record\"}");
    private static final String KEY = "QUFB".repeat(10) + "QUE=";
    private static final String OLDER_KEY = "QkJC".repeat(10) + "QkI=";

    private final ApplicationContextRunner runner;

    TokenStoresTest(ContractDetails contract) {
        runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DigiMeAutoConfiguration.class))
                .withPropertyValues("digime.application-id=my-app")
                .withBean(ContractDetails.class, () -> contract);
    }

    @Test
    void inMemoryByDefault() {
        runner.run(context -> assertThat(context.getBean(TokenStore.class)).isInstanceOf(InMemoryTokenStore.class));
    }

    @Test
    void inFilesInADirectory(@TempDir Path directory) {
        runner.withPropertyValues("digime.store.directory=" + directory.resolve("tokens"))
                .run(context -> {
                    assertThat(context.getBean(TokenStore.class)).isInstanceOf(FileTokenStore.class);
                    assertThat(directory.resolve("tokens")).isDirectory();
                });
    }

    @Test
    void directoryThatCannotBeUsedIsReported(@TempDir Path directory) {
        runner.withPropertyValues("digime.store.directory=/dev/null/tokens")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("digime.store.directory cannot be used"));
    }

    @Test
    void inTheApplicationsDatabaseWithATableOfAnyName() {
        JdbcDataSource database = database();
        runner.withBean(DataSource.class, () -> database)
                .withPropertyValues("digime.store.table=grants", "digime.store.create-table=true")
                .run(context -> {
                    context.getBean(TokenStore.class).compareAndSet(GRANT, 0, STORED);
                    assertThat(new JdbcTokenStore(database, "grants").load(GRANT))
                            .isEqualTo(STORED);
                });
    }

    @Test
    void tableIsNotCreatedByDefault() {
        runner.withBean(DataSource.class, TokenStoresTest::database).run(context -> {
            TokenStore store = context.getBean(TokenStore.class);
            assertThatExceptionOfType(TokenStoreException.class).isThrownBy(() -> store.load(GRANT));
        });
    }

    @Test
    void inTheMarkedDatabase() {
        runner.withUserConfiguration(TwoDatabases.class)
                .withPropertyValues("digime.store.create-table=true")
                .run(context -> {
                    context.getBean(TokenStore.class).compareAndSet(GRANT, 0, STORED);
                    DataSource tokens = context.getBean("tokens", DataSource.class);
                    assertThat(new JdbcTokenStore(tokens).load(GRANT)).isEqualTo(STORED);
                });
    }

    @Test
    void severalDatabasesWithoutAMarkAreAnError() {
        runner.withBean("a", DataSource.class, TokenStoresTest::database)
                .withBean("b", DataSource.class, TokenStoresTest::database)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasRootCauseInstanceOf(NoUniqueBeanDefinitionException.class));
    }

    @Test
    void typeTakesPrecedence(@TempDir Path directory) {
        runner.withBean(DataSource.class, TokenStoresTest::database)
                .withPropertyValues("digime.store.type=file", "digime.store.directory=" + directory)
                .run(context -> assertThat(context.getBean(TokenStore.class)).isInstanceOf(FileTokenStore.class));
        runner.withBean(DataSource.class, TokenStoresTest::database)
                .withPropertyValues("digime.store.type=memory")
                .run(context -> assertThat(context.getBean(TokenStore.class)).isInstanceOf(InMemoryTokenStore.class));
    }

    @Test
    void recordsAreEncryptedWithTheFirstKeyAndDecryptedWithAny() {
        JdbcDataSource database = database();
        ApplicationContextRunner onDatabase =
                runner.withBean(DataSource.class, () -> database).withPropertyValues("digime.store.create-table=true");
        onDatabase.withPropertyValues(key(0, "2025", OLDER_KEY)).run(context -> {
            assertThat(context.getBean(TokenStore.class)).isInstanceOf(EncryptingTokenStore.class);
            context.getBean(TokenStore.class).compareAndSet(GRANT, 0, STORED);
        });
        assertThat(new JdbcTokenStore(database).load(GRANT).content()).doesNotContain("the-record");
        onDatabase
                .withPropertyValues(key(0, "2026", KEY))
                .withPropertyValues(key(1, "2025", OLDER_KEY))
                .run(context -> assertThat(context.getBean(TokenStore.class).load(GRANT))
                        .isEqualTo(STORED));
    }

    private static String[] key(int index, String id, String key) {
        String property = "digime.store.encryption-keys[" + index + "].";
        return new String[] {property + "id=" + id, property + "key=" + key};
    }

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoDatabases {
        @Bean
        DataSource application() {
            return database();
        }

        @Bean(defaultCandidate = false)
        @DigiMeDataSource
        DataSource tokens() {
            return database();
        }
    }
}
