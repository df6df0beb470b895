package me.digi.client.store

/** [StoredGrant.version], as a property. */
public val StoredGrant.version: Long get() = version()

/** [StoredGrant.content], as a property. */
public val StoredGrant.content: String get() = content()

/** [StoredGrant.summary], as a property. */
public val StoredGrant.summary: GrantSummary get() = summary()
