package me.digi.client.read

import me.digi.client.internal.api.interruptibly
import java.time.Instant

/** [SessionFile.name], as a property. */
public val SessionFile.name: String get() = name()

/** [SessionFile.metadata], as a property. */
public val SessionFile.metadata: FileMetadata get() = metadata()

/** [SessionFile.lastModified], as a property. */
public val SessionFile.lastModified: Instant? get() = lastModified()

/** [SessionFile.readBytes], suspending. */
public suspend fun SessionFile.awaitReadBytes(): ByteArray = interruptibly(this) { readBytes() }

/** [SessionFile.readText], suspending. */
public suspend fun SessionFile.awaitReadText(): String = interruptibly(this) { readText() }
