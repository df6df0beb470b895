package me.digi.client.read

/** See [ListedFile.entry]. */
public val ListedFile.entry: FileEntry get() = entry()
