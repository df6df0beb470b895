package me.digi.client.store

/** See [StoredGrant.version]. */
public val StoredGrant.version: Long get() = version()

/** See [StoredGrant.content]. */
public val StoredGrant.content: String get() = content()

/** See [StoredGrant.summary]. */
public val StoredGrant.summary: GrantSummary get() = summary()
