package me.digi.client.internal.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import me.digi.client.content.Content;
import me.digi.client.error.ContentException;
import me.digi.client.internal.crypto.DecryptingStream;
import me.digi.client.internal.crypto.EncryptingContent;
import me.digi.client.internal.crypto.FileKey;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.ContentBody;
import me.digi.client.internal.io.AtomicFile;
import me.digi.client.internal.read.ContentStream;
import me.digi.client.internal.wire.CloudApi;
import me.digi.client.internal.wire.EncodedPath;
import me.digi.client.storage.StorageFile;
import me.digi.client.storage.StorageFiles;
import org.jspecify.annotations.Nullable;

/** The application's files in one storage. */
final class CloudFiles implements StorageFiles {
    private static final String DOWNLOAD = CloudApi.DOWNLOAD_STORAGE_FILE.id();

    private final Caller calls;
    private final String applicationId;
    private final FileKey key;
    private final EncryptingContent encryption;
    private final String storageId;
    private final CloudApi api;

    /**
     * The files in the application's folder, which exists in every storage.
     *
     * @param calls send cloud requests
     * @param key decrypts downloads
     * @param encryption encrypts uploads
     */
    CloudFiles(Caller calls, String applicationId, FileKey key, EncryptingContent encryption, String storageId) {
        this.calls = calls;
        this.applicationId = applicationId;
        this.key = key;
        this.encryption = encryption;
        this.storageId = storageId;
        this.api = calls.api(CloudApi.class);
    }

    @Override
    public List<StorageFile> list() {
        return listRecursively("");
    }

    @Override
    public List<StorageFile> list(String path) {
        return list(StoragePath.folder(path), false);
    }

    @Override
    public List<StorageFile> listRecursively(String path) {
        return list(StoragePath.folder(path), true);
    }

    @Override
    public void upload(String path, Content content) {
        ContentBody body = ContentBody.octets(content, plain -> encryption.encrypt(plain));
        try {
            EncodedPath file = StoragePath.file(path);
            calls.exchange(
                    CallSpec.of(CloudApi.UPLOAD_STORAGE_FILE),
                    context -> api.uploadStorageFile(context, storageId, applicationId, file, body));
        } finally {
            body.closeIfUnsent();
        }
    }

    @Override
    public InputStream download(String path) {
        EncodedPath file = StoragePath.file(path);
        return ContentStream.open(
                path,
                DOWNLOAD,
                () -> calls.stream(
                        CallSpec.of(CloudApi.DOWNLOAD_STORAGE_FILE),
                        context -> api.downloadStorageFile(context, storageId, applicationId, file)),
                response -> DecryptingStream.open(response.stream(), response.length(), key, Long.MAX_VALUE),
                calls.backoff(),
                Long.MAX_VALUE);
    }

    @Override
    public void download(String path, Path target) throws IOException {
        try (InputStream content = download(path)) {
            AtomicFile.write(content, target);
        } catch (ContentException e) {
            throw e.failure();
        }
    }

    @Override
    public void deleteFile(String path) {
        EncodedPath file = StoragePath.file(path);
        calls.exchange(
                CallSpec.of(CloudApi.DELETE_STORAGE_FILE),
                context -> api.deleteStorageFile(context, storageId, applicationId, file));
    }

    @Override
    public void deleteFolder(String path) {
        deleteFolder(StoragePath.namedFolder(path));
    }

    @Override
    public void deleteAll() {
        deleteFolder(StoragePath.folder(""));
    }

    private void deleteFolder(EncodedPath path) {
        calls.exchange(
                CallSpec.of(CloudApi.DELETE_STORAGE_FOLDER),
                context -> api.deleteStorageFolder(context, storageId, inApplicationFolder(path)));
    }

    private List<StorageFile> list(EncodedPath path, boolean recursive) {
        return calls
                .execute(
                        CallSpec.of(CloudApi.LIST_STORAGE_FILES),
                        context -> api.listStorageFiles(context, storageId, inApplicationFolder(path), recursive))
                .files()
                .stream()
                .map(file -> inOwnFolder(file))
                .collect(Collectors.toList());
    }

    private EncodedPath inApplicationFolder(EncodedPath path) {
        return path.below("apps", applicationId);
    }

    private StorageFile inOwnFolder(StorageFile file) {
        String prefix = "/apps/" + applicationId;
        return new StorageFile(
                file.id(),
                file.name(),
                without(prefix.toLowerCase(Locale.ROOT), file.path()),
                file.originalName(),
                without(prefix, file.originalPath()),
                file.problems());
    }

    private static @Nullable String without(String prefix, @Nullable String path) {
        return path != null && (path + "/").startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
    }
}
