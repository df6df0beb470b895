package me.digi.client.discovery

/** [LookupQuery.ids], as a property. */
public val LookupQuery.ids: List<Long> get() = ids()

/** [LookupQuery.include], as a property. */
public val LookupQuery.include: List<String> get() = include()
