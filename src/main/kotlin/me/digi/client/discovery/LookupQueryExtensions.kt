package me.digi.client.discovery

/** See [LookupQuery.ids]. */
public val LookupQuery.ids: List<Long> get() = ids()

/** See [LookupQuery.include]. */
public val LookupQuery.include: List<String> get() = include()
