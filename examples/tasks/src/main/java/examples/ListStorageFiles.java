package examples;

import examples.support.SampleStorage;
import examples.support.Service;
import me.digi.client.storage.StorageFile;
import me.digi.client.storage.StorageFiles;

/**
 * Lists the files in a storage: in one folder, and in all folders below it.
 *
 * <p>Arguments: {@code [storage-id [folder]]}. Default: a new storage with two files.
 */
public final class ListStorageFiles {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            StorageFiles files = SampleStorage.files(service, args);
            String folder = args.length > 1 ? args[1] : "notes";

            System.out.println("In " + folder + ":");
            files.list(folder).forEach(ListStorageFiles::print);
            System.out.println("In " + folder + " and below it:");
            files.listRecursively(folder).forEach(ListStorageFiles::print);
        }
    }

    private static void print(StorageFile file) {
        System.out.println("  " + file.originalPath() + " " + file.originalName());
    }
}
