package me.digi.client.discovery

/** See [SourcesFilter.ids]. */
public val SourcesFilter.ids: List<Long> get() = ids()

/** See [SourcesFilter.publishedStatuses]. */
public val SourcesFilter.publishedStatuses: List<PublishedStatus> get() = publishedStatuses()

/** See [SourcesFilter.serviceIds]. */
public val SourcesFilter.serviceIds: List<Long> get() = serviceIds()

/** See [SourcesFilter.countryIds]. */
public val SourcesFilter.countryIds: List<Long> get() = countryIds()

/** See [SourcesFilter.categoryIds]. */
public val SourcesFilter.categoryIds: List<Long> get() = categoryIds()

/** See [SourcesFilter.platformIds]. */
public val SourcesFilter.platformIds: List<Long> get() = platformIds()

/** See [SourcesFilter.typeIds]. */
public val SourcesFilter.typeIds: List<Long> get() = typeIds()

/** See [SourcesFilter.sourceId]. */
public val SourcesFilter.sourceId: Long? get() = sourceId()

/** See [SourcesFilter.references]. */
public val SourcesFilter.references: List<String> get() = references()

/** See [SourcesFilter.aliases]. */
public val SourcesFilter.aliases: List<String> get() = aliases()
