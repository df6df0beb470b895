package com.example.local;

import com.example.share.ShareApplication;
import java.io.IOException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxBuilder;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.SandboxLibrary;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.sandbox.SyncStep;
import me.digi.client.spring.sandbox.SandboxConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Runs the application with a sandbox in place of digi.me. Arguments: a port for each instance. */
public final class Local {
    public static void main(String[] ports) {
        start(ports);
        for (String port : ports) {
            System.out.println("http://localhost:" + port);
        }
        System.out.println("Sign in as ada, password ada. Ctrl-C ends it.");
        String opener = System.getProperty("os.name").startsWith("Mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(opener, "http://localhost:" + ports[0]).start();
        } catch (IOException e) {
            // There is nothing that opens a browser.
        }
    }

    /** The instances share a sandbox, with its clock and the client's settings, in their parent context. */
    static List<ConfigurableApplicationContext> start(String... ports) {
        SandboxBuilder sandbox = Sandbox.builder().runningClock();
        for (String port : ports) {
            sandbox.redirectUri("http://localhost:" + port + "/digime/callback");
        }
        AnnotationConfigApplicationContext shared = new AnnotationConfigApplicationContext();
        shared.registerBean(SandboxBuilder.class, () -> sandbox);
        shared.register(SandboxConfiguration.class);
        shared.refresh();
        shared.getBean(Sandbox.class).newUsers(Local::aYearOfFiles);
        return Stream.of(ports)
                .map(port -> new SpringApplicationBuilder(ShareApplication.class, SandboxController.class)
                        .parent(shared)
                        .profiles("sandbox")
                        .run("--server.port=" + port))
                .toList();
    }

    /** Every second file is there only when it is asked for again, as it happens while digi.me fetches. */
    private static void aYearOfFiles(SandboxLibrary library) {
        String[] services = {"Linden Hospital", "Fennel Bank", "Chatterbox"};
        library.files(IntStream.range(0, 40)
                        .mapToObj(i -> {
                            String month = YearMonth.now()
                                    .minusMonths(i * i % 41 % 12)
                                    .format(DateTimeFormatter.ofPattern("yyyyMM"));
                            String name = "18_%d_%d_1_2_D%s_%d.json".formatted(i % 3 + 1, i % 5 + 1, month, 100 + i);
                            return SandboxFile.mapped(name, FileContent.json(900 + i * 7919 % 60_000, i))
                                    .metadata("serviceName", services[i % 3])
                                    .missingAtFirst(i % 2);
                        })
                        .toArray(SandboxFile[]::new))
                .script(SyncScript.of(
                        SyncStep.pending(),
                        SyncStep.pending(),
                        SyncStep.pending(),
                        SyncStep.completed().library()));
    }
}
