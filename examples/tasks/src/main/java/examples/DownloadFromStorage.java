package examples;

import examples.support.SampleStorage;
import examples.support.Service;
import java.io.InputStream;
import java.nio.file.Path;
import me.digi.client.storage.StorageFiles;

/**
 * Downloads a file from a storage, decrypted as it streams: to disk, complete or not at all, or as a stream.
 *
 * <p>Arguments: {@code [storage-id path [target]]}. Default: a file of a new storage.
 */
public final class DownloadFromStorage {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            StorageFiles files = SampleStorage.files(service, args);
            String path = args.length > 1 ? args[1] : SampleStorage.FILE;

            if (args.length > 2) {
                files.download(path, Path.of(args[2]));
            } else {
                try (InputStream content = files.download(path)) {
                    content.transferTo(System.out);
                }
            }
        }
    }
}
