package me.digi.client.internal.read;

import java.nio.file.Path;
import me.digi.client.read.ListedFile;
import org.jspecify.annotations.Nullable;

/** Where {@code readAll} brings files to. */
@FunctionalInterface
interface FileSink {
    /** Takes one file; where it lies now, if that is a place on disk. */
    @Nullable
    Path take(ListedFile file) throws Exception;
}
