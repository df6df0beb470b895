package me.digi.client.read

import me.digi.client.internal.api.interruptibly
import java.time.Instant

/** See [SessionFile.name]. */
public val SessionFile.name: String get() = name()

/** See [SessionFile.metadata]. */
public val SessionFile.metadata: FileMetadata get() = metadata()

/** See [SessionFile.lastModified]. */
public val SessionFile.lastModified: Instant? get() = lastModified()

/** [SessionFile.readBytes], suspending. */
public suspend fun SessionFile.awaitReadBytes(): ByteArray = interruptibly(this) { readBytes() }

/** [SessionFile.readText], suspending. */
public suspend fun SessionFile.awaitReadText(): String = interruptibly(this) { readText() }
