import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Says what the first build is doing, which takes a minute or two: {@code FirstBuild root}. */
final class FirstBuild {
    /** Something that is done when one of these files is there. */
    private record Step(String name, String... files) {
        boolean isDone(Path root) {
            return Stream.of(files).map(root::resolve).anyMatch(Files::exists);
        }
    }

    private static final List<Step> STEPS = List.of(
            new Step("Downloading what the build needs", "target/generated-sources/openapi/java"),
            new Step("Compiling the client", "target/classes/me/digi/client/DigiMe.class"),
            new Step("Compiling its Kotlin extensions", "target/classes/META-INF/me.digi.client.kotlin_module"),
            new Step(
                    "Compiling the examples",
                    "examples/tasks/target/classes/examples/Quickstart.class",
                    "examples/web/target/classes/com/example/share/ShareApplication.class"));

    public static void main(String[] args) throws InterruptedException {
        Path root = Path.of(args[0]);
        long start = System.nanoTime();
        System.out.println("The first build takes a minute or two.");
        for (Step step : STEPS) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            System.out.printf("%4d s  %s ...%n", elapsed.toSeconds(), step.name());
            while (!step.isDone(root)) {
                Thread.sleep(200);
            }
        }
    }
}
