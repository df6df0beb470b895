package me.digi.client.internal.api

import me.digi.client.error.ContentException
import me.digi.client.internal.io.AtomicFile
import java.io.InputStream
import java.nio.file.Path

/** Writes the stream to [target] atomically. Cancelling closes the stream. */
internal suspend fun InputStream.saveTo(target: Path): Unit =
    use {
        try {
            interruptibly(this) { AtomicFile.write(this, target) }
        } catch (e: ContentException) {
            throw e.failure()
        }
    }
