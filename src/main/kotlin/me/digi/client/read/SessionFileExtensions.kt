package me.digi.client.read

import me.digi.client.internal.coroutines.interruptibly

/** [SessionFile.bytes], suspending. */
public suspend fun SessionFile.awaitBytes(): ByteArray = interruptibly(this) { bytes() }

/** [SessionFile.text], suspending. */
public suspend fun SessionFile.awaitText(): String = interruptibly(this) { text() }
