package examples.support;

import java.io.IOException;
import me.digi.client.content.Content;
import me.digi.client.storage.StorageFiles;
import me.digi.client.storage.Storages;

/** A storage for examples without arguments. */
public final class SampleStorage {
    /** A file in it. */
    public static final String FILE = "notes/2026/shopping.txt";

    private SampleStorage() {}

    /** The files in the storage that the first argument names, or in a new one with two files. */
    public static StorageFiles files(Service service, String... args) throws IOException {
        Storages storages = service.digiMe().storages(service.contract());
        if (args.length > 0) {
            return storages.files(args[0]);
        }
        StorageFiles files = storages.files(storages.create().id());
        files.upload(FILE, Content.of("Remember the milk.\n"));
        files.upload("notes/ideas.txt", Content.of("A client for digi.me.\n"));
        return files;
    }
}
