package guides;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation: Markdown, as far as its checks need to understand it. */
final class Page {
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+?)\\s*");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE_SPAN = Pattern.compile("`([^`]+)`");

    private final Path file;
    private final List<CodeBlock> blocks = new ArrayList<>();
    private final List<String> prose = new ArrayList<>();

    private Page(Path file) throws IOException {
        this.file = file;
        List<String> lines = Files.readAllLines(file);
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.startsWith("```")) {
                int begin = at;
                StringBuilder text = new StringBuilder();
                while (!lines.get(++at).equals("```")) {
                    text.append(lines.get(at)).append('\n');
                }
                blocks.add(new CodeBlock(file, begin + 1, line.substring(3), text.toString()));
            } else {
                prose.add(line);
            }
        }
    }

    /** The README, the guides, and every other page that people read. */
    static List<Page> all() throws IOException {
        List<Page> pages = new ArrayList<>();
        for (String place : List.of(".", "docs", "examples", "generated-sources-config")) {
            try (Stream<Path> files = Files.list(Path.of(place))) {
                for (Path page : files.filter(file -> file.toString().endsWith(".md"))
                        .sorted()
                        .toList()) {
                    pages.add(new Page(page.normalize()));
                }
            }
        }
        return pages;
    }

    Path file() {
        return file;
    }

    List<CodeBlock> blocks() {
        return blocks;
    }

    /** What stands between single backquotes, also over the end of a line. */
    List<String> codeSpans() {
        return matches(CODE_SPAN, String.join(" ", prose));
    }

    List<String> links() {
        return matches(LINK, CODE_SPAN.matcher(String.join("\n", prose)).replaceAll("code"));
    }

    /** What a link to a heading says after the {@code #}, as GitHub makes it of the heading. */
    List<String> anchors() {
        return prose.stream()
                .map(HEADING::matcher)
                .filter(Matcher::matches)
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
