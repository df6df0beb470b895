package me.digi.client.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import com.android.tools.r8.OutputMode;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.Logger;
import org.codehaus.mojo.animal_sniffer.logging.PrintWriterLogger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar on Android 8 (API 26) with desugaring, as far as it can be tested without a device. */
@Tag("platform")
class AndroidIT {
    private static final int MIN_API = 26;
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    /** Records, which D8 converts to plain classes, and what is not part of a platform. */
    private static final Set<String> NOT_TO_CHECK = Set.of(
            "java.lang.Record",
            "java.lang.runtime.ObjectMethods",
            "me.digi.*",
            "kotlin.*",
            "kotlinx.*",
            "okhttp3.*",
            "okio.*",
            "retrofit2.*",
            "com.squareup.*",
            "io.jsonwebtoken.*",
            "org.brotli.*",
            "org.immutables.*",
            "org.jetbrains.*",
            "org.jspecify.*",
            "io.micrometer.*",
            "org.slf4j.*",
            "com.aayushatharva.*");
    /** Manifests and module descriptors, which an application's build excludes. */
    private static final Pattern MANIFESTS = Pattern.compile("Resource 'META-INF/.*' already exists\\.");

    @TempDir
    private Path directory;

    @Test
    void theJarUsesOnlyWhatAndroidHas() throws IOException {
        assertThat(lackingOnAndroid(Packaged.jar())).isEmpty();
        assertThat(lackingOnAndroid(Packaged.jar("sandbox"))).anyMatch(line -> line.contains("com.sun.net.httpserver"));
    }

    @Test
    void anApplicationIsShrunkWithoutWarningsAndRulesAndStillWorks() throws Exception {
        Path android = directory.resolve("android.jar");
        AndroidLibrary.write(Packaged.androidSignature(), android);
        Path classes = Files.createDirectory(directory.resolve("classes"));
        SmallApplication.compile(JAVA_HOME, classes);
        Path application = SmallApplication.jar(classes, directory.resolve("application.jar"));

        Path shrunk = directory.resolve("shrunk.jar");
        assertThat(shrink(android, application, shrunk)).isEmpty();
        assertThat(Files.size(shrunk)).isLessThan(2_500_000);
        assertThat(SmallApplication.run(JAVA_HOME, shrunk.toString(), directory))
                .isEqualTo(SmallApplication.OUTCOME);
        assertThat(dex(android, shrunk, List.of())).isEmpty();
        assertThat(dex(android, Packaged.jar(), Packaged.dependencies())).isEmpty();
    }

    private static List<String> lackingOnAndroid(Path jar) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Logger logger = new PrintWriterLogger(new PrintStream(said, true, UTF_8));
        try (InputStream signature = Files.newInputStream(Packaged.androidSignature())) {
            SignatureChecker checker = new SignatureChecker(signature, NOT_TO_CHECK, logger);
            checker.setCheckJars(true);
            checker.setSourcePath(List.of());
            checker.process(jar.toFile());
        }
        return said.toString(UTF_8)
                .lines()
                .filter(line -> line.contains("Undefined"))
                .toList();
    }

    /** In full mode, with only one rule: the application's entry point. */
    private static List<String> shrink(Path android, Path application, Path shrunk) throws Exception {
        Warnings warnings = new Warnings();
        R8.run(R8Command.builder(warnings)
                .addLibraryFiles(android)
                .addProgramFiles(application, Packaged.jar())
                .addProgramFiles(Packaged.dependencies())
                .addProguardConfiguration(
                        List.of("-keep class application.Main { public static void main(java.lang.String[]); }"),
                        Origin.unknown())
                .setMode(CompilationMode.RELEASE)
                .setOutput(shrunk, OutputMode.ClassFile)
                .build());
        return warnings.all;
    }

    private List<String> dex(Path android, Path jar, List<Path> classPath) throws Exception {
        Warnings warnings = new Warnings();
        D8.run(D8Command.builder(warnings)
                .addLibraryFiles(android)
                .addClasspathFiles(classPath)
                .addProgramFiles(jar)
                .setMinApiLevel(MIN_API)
                .setMode(CompilationMode.RELEASE)
                .setOutput(Files.createTempDirectory(directory, "dex"), OutputMode.DexIndexed)
                .build());
        return warnings.all;
    }

    private static final class Warnings implements DiagnosticsHandler {
        private final List<String> all = new ArrayList<>();

        @Override
        public synchronized void warning(Diagnostic warning) {
            if (!MANIFESTS.matcher(warning.getDiagnosticMessage()).matches()) {
                all.add(warning.getOrigin() + ": " + warning.getDiagnosticMessage());
            }
        }

        @Override
        public void info(Diagnostic info) {}
    }
}
