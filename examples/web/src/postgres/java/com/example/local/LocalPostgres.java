package com.example.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.slf4j.LoggerFactory;

/** As {@link Local}, on a PostgreSQL that all instances share. */
public final class LocalPostgres {
    public static void main(String[] ports) throws IOException {
        ((Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.WARN);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(); // until this JVM ends
        System.setProperty("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
        Local.main(ports);
    }
}
