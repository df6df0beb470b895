package guides;

import java.util.function.UnaryOperator;
import me.digi.client.sandbox.SandboxBuilder;
import me.digi.client.sandbox.junit.SandboxExtension;

/** The application that the guides speak of, at a sandbox. */
final class MyApp {
    private MyApp() {}

    static SandboxExtension atASandbox() {
        return SandboxExtension.builder().sandbox(registered()).build();
    }

    static UnaryOperator<SandboxBuilder> registered() {
        return sandbox -> sandbox.applicationId("my-app").redirectUri("https://my.app/back");
    }
}
