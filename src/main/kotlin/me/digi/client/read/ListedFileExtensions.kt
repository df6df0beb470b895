package me.digi.client.read

/** [ListedFile.entry], as a property. */
public val ListedFile.entry: FileEntry get() = entry()
