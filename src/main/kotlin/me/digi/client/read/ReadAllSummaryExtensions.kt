package me.digi.client.read

/** See [ReadAllSummary.bytes]. */
public val ReadAllSummary.bytes: Long get() = bytes()
