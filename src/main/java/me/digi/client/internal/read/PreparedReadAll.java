package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import me.digi.client.internal.io.AtomicFile;
import me.digi.client.read.FileHandler;
import me.digi.client.read.ListedFile;
import me.digi.client.read.ReadAllOptions;
import me.digi.client.read.ReadAllRequest;
import me.digi.client.read.ReadAllRun;
import me.digi.client.read.ReadProgressListener;

/** For one thread at a time. */
final class PreparedReadAll implements ReadAllRequest {
    private final ReadableFiles files;
    private final SessionCalls calls;
    private ReadAllOptions options = ReadAllOptions.defaults();
    private ReadProgressListener listener = progress -> {};

    PreparedReadAll(ReadableFiles files, SessionCalls calls) {
        this.files = files;
        this.calls = calls;
    }

    @Override
    public ReadAllRequest options(ReadAllOptions newOptions) {
        this.options = Objects.requireNonNull(newOptions, "options");
        return this;
    }

    @Override
    public ReadAllRequest listener(ReadProgressListener newListener) {
        this.listener = Objects.requireNonNull(newListener, "listener");
        return this;
    }

    @Override
    public ReadAllRun start(FileHandler handler) {
        Objects.requireNonNull(handler, "handler");
        return begin(file -> {
            handler.handle(file);
            return null;
        });
    }

    @Override
    public ReadAllRun startInto(Path directory) {
        Objects.requireNonNull(directory, "directory");
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IllegalArgumentException("directory cannot be used: " + directory, e);
        }
        return begin(file -> write(file, directory.resolve(SafeNames.safe(file.name()))));
    }

    private static Path write(ListedFile file, Path target) throws IOException {
        try (InputStream in = file.stream()) {
            AtomicFile.write(in, target);
        }
        return target;
    }

    private ReadAllRun begin(FileReader.Sink sink) {
        return new RunningReadAll(files, calls, sink, options, listener).start();
    }
}
