package guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.junit.SandboxExtension;
import me.digi.client.store.EncryptingTokenStore;
import me.digi.client.store.JdbcTokenStore;
import me.digi.client.store.TokenKeys;
import me.digi.client.store.TokenStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of {@code docs/many-machines.md}. */
class ManyMachinesTest {
    @RegisterExtension
    static final SandboxExtension extension = MyApp.atASandbox();

    private final List<Object> shown = new ArrayList<>();

    @Test
    void oneRefreshForAllMachines(Sandbox sandbox, ContractDetails contract, UserAccessToken token)
            throws SQLException {
        DataSource dataSource = database();
        // docs: the table
        JdbcTokenStore store = new JdbcTokenStore(dataSource);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(store.schema());
        }
        // docs: end
        byte[] key = new byte[32];
        // docs: on each machine
        TokenKeys keys = TokenKeys.builder().current("2026-11", key).build();
        TokenStore tokens = new EncryptingTokenStore(new JdbcTokenStore(dataSource), keys);
        DigiMe digiMe = DigiMe.builder()
                .applicationId("my-app")
                .tokenStore(tokens)
                .environment(sandbox.environment()) // hidden
                .clock(sandbox.clock()) // hidden
                .build();
        // docs: end
        DigiMe another = DigiMe.builder()
                .applicationId("my-app")
                .tokenStore(tokens)
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .build();
        digiMe.takeOver(contract, "user-42", token);
        sandbox.clock().advance(Duration.ofDays(2));
        // docs: any user, on any machine
        DigiMeUser user = digiMe.user(contract, "user-42");
        show(user.listAccounts());
        // docs: end
        show(another.user(contract, "user-42").listAccounts());
        digiMe.close();
        another.close();
        assertThat(shown).hasSize(6);
        assertThat(sandbox.requests().count(Operation.REFRESH_TOKEN)).isEqualTo(1);
    }

    @Test
    void j5_aSeparatePoolIsRecommendedWhereverTheStoreIsIntroduced() throws IOException {
        for (String introduction : List.of(
                "README.md",
                "docs/many-machines.md",
                "docs/tokens.md",
                "src/main/java/me/digi/client/store/JdbcTokenStore.java",
                "examples/tasks/src/main/java/examples/KeepTokensInADatabase.java")) {
            assertThat(Files.readString(Path.of(introduction)).replaceAll("[\\s*]+", " "))
                    .as(introduction)
                    .contains("connection pool of its own");
        }
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:many-machines-guide;DB_CLOSE_DELAY=-1");
        return database;
    }

    private void show(List<?> what) {
        shown.addAll(what);
    }
}
