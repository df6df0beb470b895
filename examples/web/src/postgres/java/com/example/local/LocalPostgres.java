package com.example.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** As {@link Local}, on a PostgreSQL that all instances share. */
public final class LocalPostgres {
    public static void main(String[] ports) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(); // until this JVM ends
        System.setProperty("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
        Local.main(ports);
    }
}
