package me.digi.client.discovery

/** [SourcesPage.hasNext], as a property. */
public val SourcesPage.hasNext: Boolean get() = hasNext()
