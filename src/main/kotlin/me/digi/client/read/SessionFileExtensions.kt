package me.digi.client.read

import me.digi.client.internal.api.interruptibly

/** [SessionFile.readBytes], suspending. */
public suspend fun SessionFile.awaitReadBytes(): ByteArray = interruptibly(this) { readBytes() }

/** [SessionFile.readText], suspending. */
public suspend fun SessionFile.awaitReadText(): String = interruptibly(this) { readText() }
