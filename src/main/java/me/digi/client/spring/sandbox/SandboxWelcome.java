package me.digi.client.spring.sandbox;

import java.io.IOException;
import java.util.Locale;
import me.digi.client.sandbox.Sandbox;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Logs the URLs of the application and the sandbox's console, and opens the application. */
record SandboxWelcome(Sandbox sandbox, boolean opensBrowser) implements ApplicationListener<ApplicationReadyEvent> {
    private static final Log LOG = LogFactory.getLog(SandboxWelcome.class);

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        LOG.info("digi.me is replaced by a sandbox. Its console: " + sandbox.consoleUrl());
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            String url = "http://localhost:" + port + environment.getProperty("server.servlet.context-path", "");
            LOG.info("The application: " + url);
            if (opensBrowser) {
                open(url);
            }
        }
    }

    private static void open(String url) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        ProcessBuilder browser = system.startsWith("windows")
                ? new ProcessBuilder("rundll32", "url.dll,FileProtocolHandler", url)
                : new ProcessBuilder(system.startsWith("mac") ? "open" : "xdg-open", url);
        try {
            browser.start();
        } catch (IOException e) {
            LOG.debug("no browser can be opened", e);
        }
    }
}
