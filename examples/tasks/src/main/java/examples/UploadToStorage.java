package examples;

import examples.support.Service;
import java.nio.file.Path;
import me.digi.client.content.Content;
import me.digi.client.storage.Storages;

/**
 * Uploads a file to a storage, encrypted with the contract's public key as it streams.
 *
 * <p>Arguments: {@code [storage-id [file [path]]]}. Default: a new storage.
 */
public final class UploadToStorage {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            Storages storages = service.digiMe().storages(service.contract());
            String storageId = args.length > 0 ? args[0] : storages.create().id();
            Content content = args.length > 1 ? Content.of(Path.of(args[1])) : Content.of("Remember the milk.");
            String path = args.length > 2 ? args[2] : "notes/2026/shopping.txt";

            storages.files(storageId).upload(path, content);
            System.out.println(path + " is in the storage " + storageId);
        }
    }
}
