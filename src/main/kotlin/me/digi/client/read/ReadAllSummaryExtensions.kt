package me.digi.client.read

/** [ReadAllSummary.bytes], as a property. */
public val ReadAllSummary.bytes: Long get() = bytes()
