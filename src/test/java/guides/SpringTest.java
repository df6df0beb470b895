package guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import me.digi.client.DigiMe;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.junit.SandboxExtension;
import me.digi.client.store.JdbcTokenStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of {@code docs/spring.md}, with annotations of the same names as Spring's, which is not here. */
class SpringTest {
    @RegisterExtension
    static final SandboxExtension extension = MyApp.atASandbox();

    private final Sandbox sandbox;

    SpringTest(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    // docs: the beans
    @Configuration
    class DigiMeConfiguration {
        @Bean // Spring closes it with the application context
        DigiMe digiMe(@Qualifier("tokens") DataSource tokens) {
            return DigiMe.builder()
                    .applicationId("my-app")
                    .environment(sandbox.environment()) // hidden
                    .clock(sandbox.clock()) // hidden
                    .tokenStore(new JdbcTokenStore(tokens))
                    .build();
        }

        @Bean
        ContractDetails contract(
                @Value("${digime.contract-id}") String id, @Value("${digime.private-key}") String pem) {
            return ContractDetails.builder().contractId(id).privateKey(pem).build();
        }
    }
    // docs: end

    @Test
    void beansReadTheUsersAccounts(UserAccessToken token) throws SQLException {
        DigiMeConfiguration beans = new DigiMeConfiguration();
        ContractDetails registered = sandbox.contract();
        ContractDetails contract = beans.contract(registered.contractId(), sandbox.privateKeyPem(registered));
        try (DigiMe digiMe = beans.digiMe(database())) {
            digiMe.takeOver(contract, "user-42", token);
            assertThat(digiMe.user(contract, "user-42").listAccounts()).hasSize(3);
        }
    }

    private static DataSource database() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:spring-guide;DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new JdbcTokenStore(database).schema());
        }
        return database;
    }

    private @interface Configuration {}

    private @interface Bean {}

    private @interface Qualifier {
        String value();
    }

    private @interface Value {
        String value();
    }
}
