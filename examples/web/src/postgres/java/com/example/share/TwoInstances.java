package com.example.share;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxLibrary;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Runs the application on PostgreSQL, with a sandbox that its instances share. Arguments: the port of each instance. */
public final class TwoInstances {
    public static void main(String[] ports) throws IOException {
        ((Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.WARN);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(); // until this JVM ends
        System.setProperty("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
        Sandbox sandbox = Sandbox.builder()
                .runningClock()
                .newUsers(SandboxLibrary::yearOfFiles)
                .start();
        for (String port : ports) {
            new SpringApplicationBuilder(ShareApplication.class)
                    .initializers(context -> context.getBeanFactory().registerSingleton("digiMeSandbox", sandbox))
                    .run("--server.port=" + port, "--digime.sandbox.open-browser=" + port.equals(ports[0]));
        }
    }
}
