package me.digi.client.discovery

/** See [SourcesPage.hasNext]. */
public val SourcesPage.hasNext: Boolean get() = hasNext()
