package examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The examples, and the arguments that their Javadoc names. */
final class ExampleFiles {
    private static final Path SOURCES = Path.of("src/main/java/examples");
    private static final Pattern ARGUMENTS = Pattern.compile("Arguments: \\{@code ([^}]*)}|No arguments\\.");

    private ExampleFiles() {}

    /** The names of the examples, except for the web application, which does not end. */
    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java")
                            && !name.equals("package-info.java")
                            && !name.equals("WebApplication.java"))
                    .map(name -> name.replace(".java", ""))
                    .sorted()
                    .toList();
        }
    }

    /** The arguments of an example, such as {@code [token.json [file]]}, as in its Javadoc. */
    static String arguments(String name) throws IOException {
        String source = Files.readString(SOURCES.resolve(name + ".java")).replaceAll("\\s+\\* ", " ");
        Matcher arguments = ARGUMENTS.matcher(source);
        if (!arguments.find()) {
            throw new IllegalStateException(name + " does not say which arguments it takes");
        }
        return arguments.group(1) == null ? "" : arguments.group(1);
    }
}
