package examples;

import examples.support.Service;
import java.sql.Connection;
import java.sql.Statement;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.store.JdbcTokenStore;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Stores users' tokens in a table that many machines share: one of them refreshes, and the others read its result.
 *
 * <p>Arguments: {@code [token.json [jdbc-url]]}. Default: a database in memory.
 */
public final class KeepTokensInADatabase {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            UserAccessToken token = service.token(service.contract(), args);
            String name = "customer 42, " + token.userId(); // What the application itself calls the user.
            JdbcDataSource database = new JdbcDataSource(); // Any javax.sql.DataSource: a connection pool of its own.
            database.setURL(args.length > 1 ? args[1] : "jdbc:h2:mem:digime;DB_CLOSE_DELAY=-1");
            JdbcTokenStore store = new JdbcTokenStore(database);
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(store.schema());
            }

            try (DigiMe digiMe = service.connect().tokenStore(store).build()) {
                TakeOver result = digiMe.takeOver(service.contract(), name, token);
                System.out.println(name + ": " + result);
            }
            // Later, perhaps in another process, the name is enough.
            try (DigiMe digiMe = service.connect().tokenStore(store).build()) {
                DigiMeUser user = digiMe.user(service.contract(), name);
                service.saveAtClose(user, args);
                System.out.println(name + " has " + user.listAccounts().size() + " accounts.");
            }
        }
    }
}
