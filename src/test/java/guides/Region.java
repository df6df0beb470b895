package guides;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Code of a source file that some document shows: what lies between {@code // docs: name} and {@code // docs: end}. */
record Region(Path file, String name, String code) {
    private static final String MARK = "// docs: ";
    private static final String END = "// docs: end";
    private static final String HIDDEN = "// hidden";

    /** All regions of the guides and the examples in that language: the name is that of the directory, and of blocks. */
    static List<Region> in(String language) throws IOException {
        List<Region> regions = new ArrayList<>();
        for (String sources :
                List.of("src/test/%s/guides", "examples/tasks/src/main/%s", "examples/ktor/src/main/%s")) {
            Path directory = Path.of(sources.formatted(language));
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.walk(directory)) {
                    files.filter(Region::mayHaveRegions).sorted().forEach(file -> regions.addAll(of(file)));
                }
            }
        }
        return regions;
    }

    /** In the guides, what explains or reads marks has none. */
    private static boolean mayHaveRegions(Path file) {
        String name = file.getFileName().toString();
        return file.startsWith("examples") ? name.matches(".*\\.(java|kt)") : name.matches(".*Test\\.(java|kt)");
    }

    private static List<Region> of(Path file) {
        List<Region> regions = new ArrayList<>();
        String name = null;
        StringBuilder code = new StringBuilder();
        for (String line : lines(file)) {
            String text = line.strip();
            if (text.equals(END)) {
                regions.add(
                        new Region(file, required(name, file, "a region ends that has not begun"), code.toString()));
                name = null;
            } else if (text.startsWith(MARK)) {
                if (name != null) {
                    throw new IllegalStateException(file + ": the region \"" + name + "\" has no end");
                }
                name = text.substring(MARK.length());
                code.setLength(0);
            } else if (name != null && !text.endsWith(HIDDEN)) {
                code.append(line).append('\n');
            }
        }
        if (name != null) {
            throw new IllegalStateException(file + ": the region \"" + name + "\" has no end");
        }
        return regions;
    }

    /** Whether this is the code of that block; how it is laid out is the formatter's business, and the page's. */
    boolean isShownBy(CodeBlock block) {
        return withoutLayout(code).equals(withoutLayout(block.text()));
    }

    @Override
    public String toString() {
        return file + ", \"" + name + "\":\n" + code.stripIndent();
    }

    private static String withoutLayout(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String required(String name, Path file, String problem) {
        if (name == null) {
            throw new IllegalStateException(file + ": " + problem);
        }
        return name;
    }
}
