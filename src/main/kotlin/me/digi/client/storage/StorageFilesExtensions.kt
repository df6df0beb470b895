package me.digi.client.storage

import me.digi.client.content.Content
import me.digi.client.internal.api.interruptibly
import me.digi.client.internal.api.saveTo
import java.io.InputStream
import java.nio.file.Path

/** [StorageFiles.list], suspending. */
public suspend fun StorageFiles.awaitList(): List<StorageFile> = interruptibly { list() }

/** [StorageFiles.list], suspending. */
public suspend fun StorageFiles.awaitList(folder: String): List<StorageFile> = interruptibly { list(folder) }

/** [StorageFiles.listRecursively], suspending. */
public suspend fun StorageFiles.awaitListRecursively(folder: String): List<StorageFile> =
    interruptibly { listRecursively(folder) }

/** [StorageFiles.upload], suspending. */
public suspend fun StorageFiles.awaitUpload(
    path: String,
    content: Content,
): Unit = interruptibly { upload(path, content) }

/** [StorageFiles.download], suspending until the response begins; reading the stream blocks. */
public suspend fun StorageFiles.awaitDownload(path: String): InputStream = interruptibly { download(path) }

/** [StorageFiles.download], suspending. */
public suspend fun StorageFiles.awaitDownload(
    path: String,
    target: Path,
): Unit = awaitDownload(path).saveTo(target)

/** [StorageFiles.deleteFile], suspending. */
public suspend fun StorageFiles.awaitDeleteFile(path: String): Unit = interruptibly { deleteFile(path) }

/** [StorageFiles.deleteFolder], suspending. */
public suspend fun StorageFiles.awaitDeleteFolder(folder: String): Unit = interruptibly { deleteFolder(folder) }

/** [StorageFiles.deleteAll], suspending. */
public suspend fun StorageFiles.awaitDeleteAll(): Unit = interruptibly { deleteAll() }
