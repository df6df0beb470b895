package me.digi.client.spring;

import static me.digi.client.spring.InvalidPropertyException.field;
import static me.digi.client.spring.InvalidPropertyException.required;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import me.digi.client.spring.DigiMeProperties.EncryptionKey;
import me.digi.client.spring.DigiMeProperties.Store;
import me.digi.client.store.EncryptingTokenStore;
import me.digi.client.store.FileTokenStore;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.JdbcTokenStore;
import me.digi.client.store.TokenKeys;
import me.digi.client.store.TokenStore;
import me.digi.client.store.TokenStoreException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/** Creates the token store from the properties. */
final class TokenStores {
    private static final Log LOG = LogFactory.getLog(TokenStores.class);
    private static final String ENCRYPTION_KEYS = "digime.store.encryption-keys";

    private TokenStores() {}

    static TokenStore create(Store settings, Supplier<@Nullable DataSource> dataSource) {
        TokenStore store = switch (settings.type()) {
            case AUTO -> automatic(settings, dataSource.get());
            case JDBC -> jdbc(settings, dataSource.get());
            case FILE -> files(settings);
            case MEMORY -> new InMemoryTokenStore();
        };
        return settings.encryptionKeys().isEmpty()
                ? store
                : new EncryptingTokenStore(store, keys(settings.encryptionKeys()));
    }

    private static TokenStore automatic(Store settings, @Nullable DataSource dataSource) {
        if (dataSource != null) {
            return jdbc(settings, dataSource);
        }
        if (settings.directory() != null) {
            return files(settings);
        }
        LOG.warn("digi.me token pairs are kept in memory only, and are lost when this process ends: their users have to"
                + " consent again. Declare a data source, set digime.store.directory, or set digime.store.type to"
                + " memory if that is intended.");
        return new InMemoryTokenStore();
    }

    private static TokenStore jdbc(Store settings, @Nullable DataSource dataSource) {
        if (dataSource == null) {
            throw new InvalidPropertyException("digime.store.type is jdbc, but there is no data source");
        }
        JdbcTokenStore store = field("digime.store", () -> new JdbcTokenStore(dataSource, settings.table()));
        if (settings.createTable()) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(store.schema());
            } catch (SQLException e) {
                throw new IllegalStateException("the table " + settings.table() + " cannot be created", e);
            }
        }
        return store;
    }

    private static TokenStore files(Store settings) {
        if (settings.directory() == null) {
            throw new InvalidPropertyException("digime.store.type is file, but digime.store.directory is not set");
        }
        try {
            return new FileTokenStore(settings.directory());
        } catch (TokenStoreException e) {
            throw new InvalidPropertyException("digime.store.directory cannot be used: " + e.getMessage());
        }
    }

    private static TokenKeys keys(List<EncryptionKey> settings) {
        TokenKeys.Builder keys = TokenKeys.builder();
        for (int i = 0; i < settings.size(); i++) {
            String property = ENCRYPTION_KEYS + '[' + i + ']';
            String id = required(property + ".id", settings.get(i).id());
            String key = required(property + ".key", settings.get(i).key());
            try {
                byte[] bytes = Base64.getDecoder().decode(key);
                TokenKeys.Builder unused = i == 0 ? keys.current(id, bytes) : keys.older(id, bytes);
            } catch (IllegalArgumentException e) {
                throw new InvalidPropertyException(
                        property + " is not an id and 32 bytes in base64: " + e.getMessage());
            }
        }
        return keys.build();
    }
}
