package me.digi.client.discovery

/** See [LookupQuery.ids]. */
public val LookupQuery.ids: List<Long> get() = ids()

/** See [LookupQuery.include]. */
public val LookupQuery.include: List<String> get() = include()

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

/** See [SourcesPage.hasNext]. */
public val SourcesPage.hasNext: Boolean get() = hasNext()

/** See [SourcesQuery.limit]. */
public val SourcesQuery.limit: Int? get() = limit()

/** See [SourcesQuery.offset]. */
public val SourcesQuery.offset: Long get() = offset()

/** See [SourcesQuery.sortByName]. */
public val SourcesQuery.sortByName: SortOrder? get() = sortByName()

/** See [SourcesQuery.search]. */
public val SourcesQuery.search: SourcesSearch? get() = search()

/** See [SourcesQuery.text]. */
public val SourcesQuery.text: String? get() = text()

/** See [SourcesQuery.include]. */
public val SourcesQuery.include: List<String> get() = include()

/** See [SourcesQuery.filter]. */
public val SourcesQuery.filter: SourcesFilter? get() = filter()

/** See [SourcesSearch.names]. */
public val SourcesSearch.names: List<String> get() = names()

/** See [SourcesSearch.abbreviations]. */
public val SourcesSearch.abbreviations: List<String> get() = abbreviations()

/** See [SourcesSearch.aliases]. */
public val SourcesSearch.aliases: List<String> get() = aliases()

/** See [SourcesSearch.medicalCenters]. */
public val SourcesSearch.medicalCenters: List<String> get() = medicalCenters()

/** See [SourcesSearch.practitioners]. */
public val SourcesSearch.practitioners: List<String> get() = practitioners()

/** See [SourcesSearch.cities]. */
public val SourcesSearch.cities: List<String> get() = cities()

/** See [SourcesSearch.postalCodes]. */
public val SourcesSearch.postalCodes: List<String> get() = postalCodes()
