package me.digi.client.read

import me.digi.client.internal.coroutines.interruptibly
import java.time.Instant

/** [SessionFile.name], as a property. */
public val SessionFile.name: String get() = name()

/** [SessionFile.metadata], as a property. */
public val SessionFile.metadata: FileMetadata get() = metadata()

/** [SessionFile.lastModified], as a property. */
public val SessionFile.lastModified: Instant? get() = lastModified()

/** [SessionFile.bytes], suspending. */
public suspend fun SessionFile.awaitBytes(): ByteArray = interruptibly(this) { bytes() }

/** [SessionFile.text], suspending. */
public suspend fun SessionFile.awaitText(): String = interruptibly(this) { text() }
