package me.digi.client.read

/** See [ReadProgress.areAllFilesKnown]. */
public val ReadProgress.areAllFilesKnown: Boolean get() = areAllFilesKnown()
