package examples;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs examples in this process, with variables, arguments and a browser. */
final class ExampleRun {
    /** All are set, so that those of the machine have no effect. */
    private static final List<String> VARIABLES = List.of(
            "DIGIME_APPLICATION_ID",
            "DIGIME_CONTRACT_ID",
            "DIGIME_PRIVATE_KEY_FILE",
            "DIGIME_WRITE_CONTRACT_ID",
            "DIGIME_WRITE_PRIVATE_KEY_FILE",
            "DIGIME_RAW_CONTRACT_ID",
            "DIGIME_RAW_PRIVATE_KEY_FILE",
            "DIGIME_BASE_URL",
            "DIGIME_ONBOARD_URL",
            "DIGIME_CLOUD_URL",
            "DIGIME_REDIRECT_URI",
            "DIGIME_DIRECTORY");

    private ExampleRun() {}

    /** Returns what the example printed, which is also in the message of an exception. */
    static String of(String name, Map<String, String> variables, List<String> arguments) throws Exception {
        Browser browser = new Browser(variables.getOrDefault("DIGIME_ONBOARD_URL", "no page"));
        Map<String, String> before = new TreeMap<>();
        PrintStream out = System.out;
        for (String variable : VARIABLES) {
            before.put(variable, System.getProperty(variable));
            System.setProperty(variable, variables.getOrDefault(variable, ""));
        }
        System.setOut(browser.stream());
        try {
            Class.forName("examples." + name).getMethod("main", String[].class).invoke(null, (Object)
                    arguments.toArray(new String[0]));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(name + " failed, having printed:\n" + browser.printed(), e.getCause());
        } finally {
            System.setOut(out);
            before.forEach((variable, value) -> {
                if (value == null) {
                    System.clearProperty(variable);
                } else {
                    System.setProperty(variable, value);
                }
            });
        }
        return browser.printed();
    }
}
