package me.digi.client.store

import java.nio.file.Path

/** [FileTokenStore.directory], as a property. */
public val FileTokenStore.directory: Path get() = directory()
