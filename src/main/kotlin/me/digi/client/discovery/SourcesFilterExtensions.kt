package me.digi.client.discovery

/** [SourcesFilter.ids], as a property. */
public val SourcesFilter.ids: List<Long> get() = ids()

/** [SourcesFilter.publishedStatuses], as a property. */
public val SourcesFilter.publishedStatuses: List<PublishedStatus> get() = publishedStatuses()

/** [SourcesFilter.serviceIds], as a property. */
public val SourcesFilter.serviceIds: List<Long> get() = serviceIds()

/** [SourcesFilter.countryIds], as a property. */
public val SourcesFilter.countryIds: List<Long> get() = countryIds()

/** [SourcesFilter.categoryIds], as a property. */
public val SourcesFilter.categoryIds: List<Long> get() = categoryIds()

/** [SourcesFilter.platformIds], as a property. */
public val SourcesFilter.platformIds: List<Long> get() = platformIds()

/** [SourcesFilter.typeIds], as a property. */
public val SourcesFilter.typeIds: List<Long> get() = typeIds()

/** [SourcesFilter.sourceId], as a property. */
public val SourcesFilter.sourceId: Long? get() = sourceId()

/** [SourcesFilter.references], as a property. */
public val SourcesFilter.references: List<String> get() = references()

/** [SourcesFilter.aliases], as a property. */
public val SourcesFilter.aliases: List<String> get() = aliases()
