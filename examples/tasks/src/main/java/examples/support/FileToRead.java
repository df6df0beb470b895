package examples.support;

import me.digi.client.read.FileEntry;
import me.digi.client.read.FileList;
import me.digi.client.read.SessionFiles;
import org.jspecify.annotations.Nullable;

/** A file of a session, for an example that reads one. */
public final class FileToRead {
    private static final int MOST_LISTS = 100;
    private static final int PAUSE_MILLIS = 3000;

    private FileToRead() {}

    /** The file that the second argument names, or else the first one, as soon as digi.me has fetched it. */
    public static FileEntry of(SessionFiles files, String... args) throws InterruptedException {
        @Nullable String name = args.length > 1 ? args[1] : null;
        for (int attempt = 1; attempt <= MOST_LISTS; attempt++) {
            FileList list = files.list();
            for (FileEntry file : list.files()) {
                if (name == null || name.equals(file.name())) {
                    return file;
                }
            }
            if (list.state().isEnd()) {
                break;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IllegalStateException("digi.me has no file " + (name == null ? "" : name + " ") + "of this user");
    }
}
