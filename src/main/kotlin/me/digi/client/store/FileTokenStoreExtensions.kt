package me.digi.client.store

import java.nio.file.Path

/** See [FileTokenStore.directory]. */
public val FileTokenStore.directory: Path get() = directory()
