package me.digi.client.read

/** [ReadProgress.areAllFilesKnown], as a property. */
public val ReadProgress.areAllFilesKnown: Boolean get() = areAllFilesKnown()
