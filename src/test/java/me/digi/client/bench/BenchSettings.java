package me.digi.client.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What {@link BenchServer} tells the processes that call it. */
final class BenchSettings {
    private final Path directory;
    private final Properties values = new Properties();

    private BenchSettings(Path directory) {
        this.directory = directory;
    }

    static BenchSettings read(Path directory) throws IOException {
        BenchSettings settings = new BenchSettings(directory);
        try (BufferedReader lines = Files.newBufferedReader(directory.resolve("settings.properties"))) {
            settings.values.load(lines);
        }
        return settings;
    }

    String get(String name) {
        return values.getProperty(name);
    }

    String contractKey() {
        try {
            return Files.readString(directory.resolve("key.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as PKCS#8, which needs no parser of ours. */
    byte[] contractKeyForTheJdk() throws IOException {
        return Files.readAllBytes(directory.resolve("key.der"));
    }

    /** Allows what the page asks for, as a user would, and returns the callback. */
    static URI allow(String page) {
        try {
            URI url = URI.create(page.replaceFirst("authorize\\?", "authorize/allow?"));
            HttpURLConnection visit = (HttpURLConnection) url.toURL().openConnection();
            visit.setInstanceFollowRedirects(false);
            return URI.create(visit.getHeaderField("Location"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
