package me.digi.client.store;

import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;

/** A store that several processes can open by its location. */
public enum SharedStore {
    /** In a directory. */
    FILE {
        @Override
        public TokenStore open(String place) {
            return new FileTokenStore(Path.of(place));
        }
    },
    /** In the database behind a URL. */
    POSTGRES {
        @Override
        public TokenStore open(String place) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(place);
            return new JdbcTokenStore(Connections.pooled(dataSource));
        }
    };

    public abstract TokenStore open(String place);
}
