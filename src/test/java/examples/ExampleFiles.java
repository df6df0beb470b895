package examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The examples that there are, and those that the page about them lists. */
final class ExampleFiles {
    static final Path SOURCES = Path.of("examples/src/main/java/examples");
    static final Path PAGE = Path.of("examples/README.md");

    private static final Pattern ROW = Pattern.compile(
            "\\| \\[(\\w+)]\\(src/main/java/examples/(\\w+)\\.java\\) \\| [^|]+ \\| (?:`([^`|]*)`)? *\\|");

    private ExampleFiles() {}

    /** The names of the files that can be run. */
    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .map(name -> name.replace(".java", ""))
                    .sorted()
                    .toList();
        }
    }

    /** What the page says of each: its arguments, such as {@code [token.json [file]]}, in the order of the page. */
    static Map<String, String> listed() throws IOException {
        Map<String, String> arguments = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            assertThat(row.group(2)).isEqualTo(row.group(1));
            arguments.put(row.group(1), row.group(3) == null ? "" : row.group(3));
        }
        return arguments;
    }
}
