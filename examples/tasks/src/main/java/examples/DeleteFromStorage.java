package examples;

import examples.support.SampleStorage;
import examples.support.Service;
import me.digi.client.storage.StorageFiles;

/**
 * Deletes a file from a storage, or a folder with everything in it. <strong>For good.</strong>
 *
 * <p>Arguments: {@code storage-id path}; a folder's path ends in a slash. Default, in the sandbox only: a file that the
 * example has uploaded.
 */
public final class DeleteFromStorage {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            service.requireNamed("storage-id path", args);
            StorageFiles files = SampleStorage.files(service, args);
            String path = args.length > 1 ? args[1] : SampleStorage.FILE;

            if (path.endsWith("/")) {
                files.deleteFolder(path);
            } else {
                files.deleteFile(path);
            }
            System.out.println(path + " is deleted. What is left: " + files.list());
        }
    }
}
