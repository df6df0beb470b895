package examples;

import examples.support.SampleStorage;
import examples.support.Service;
import java.util.List;
import me.digi.client.storage.StorageFiles;

/**
 * Deletes a file from a storage, or a folder with everything in it. <strong>For good.</strong>
 *
 * <p>Arguments: {@code storage-id path}; a folder's path ends in a slash. Default, in the sandbox only: a file, and then a
 * folder, that the example has uploaded.
 */
public final class DeleteFromStorage {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            service.requireNamed("storage-id path", args);
            StorageFiles files = SampleStorage.files(service, args);
            List<String> paths = args.length > 1 ? List.of(args[1]) : List.of(SampleStorage.FILE, "notes/");

            for (String path : paths) {
                if (path.endsWith("/")) {
                    files.deleteFolder(path);
                } else {
                    files.deleteFile(path);
                }
                System.out.println(path + " is deleted. What is left: " + files.list());
            }
        }
    }
}
