package me.digi.client.internal.read;

import java.nio.file.Path;
import me.digi.client.read.ListedFile;
import org.jspecify.annotations.Nullable;

/** Where {@code readAll} writes files. */
@FunctionalInterface
interface FileSink {
    /** Returns where the file was written, or null. */
    @Nullable
    Path write(ListedFile file) throws Exception;
}
