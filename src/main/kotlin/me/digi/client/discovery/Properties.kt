package me.digi.client.discovery

/** See [LookupQuery.ids]. */
public val LookupQuery.ids: List<Long> get() = ids()

/** See [LookupQuery.include]. */
public val LookupQuery.include: List<String> get() = include()

/** See [SourcesPage.hasNext]. */
public val SourcesPage.hasNext: Boolean get() = hasNext()

/** See [SourcesQuery.limit]. */
public val SourcesQuery.limit: Int? get() = limit()

/** See [SourcesQuery.offset]. */
public val SourcesQuery.offset: Long get() = offset()

/** See [SourcesQuery.sortByName]. */
public val SourcesQuery.sortByName: SortOrder? get() = sortByName()

/** See [SourcesQuery.text]. */
public val SourcesQuery.text: String? get() = text()

/** See [SourcesQuery.include]. */
public val SourcesQuery.include: List<String> get() = include()

/** See [SourcesQuery.ids]. */
public val SourcesQuery.ids: List<Long> get() = ids()

/** See [SourcesQuery.publishedStatuses]. */
public val SourcesQuery.publishedStatuses: List<PublishedStatus> get() = publishedStatuses()

/** See [SourcesQuery.serviceIds]. */
public val SourcesQuery.serviceIds: List<Long> get() = serviceIds()

/** See [SourcesQuery.countryIds]. */
public val SourcesQuery.countryIds: List<Long> get() = countryIds()

/** See [SourcesQuery.categoryIds]. */
public val SourcesQuery.categoryIds: List<Long> get() = categoryIds()

/** See [SourcesQuery.platformIds]. */
public val SourcesQuery.platformIds: List<Long> get() = platformIds()

/** See [SourcesQuery.typeIds]. */
public val SourcesQuery.typeIds: List<Long> get() = typeIds()

/** See [SourcesQuery.sourceId]. */
public val SourcesQuery.sourceId: Long? get() = sourceId()

/** See [SourcesQuery.references]. */
public val SourcesQuery.references: List<String> get() = references()

/** See [SourcesQuery.aliases]. */
public val SourcesQuery.aliases: List<String> get() = aliases()

/** See [SourcesQuery.searchNames]. */
public val SourcesQuery.searchNames: List<String> get() = searchNames()

/** See [SourcesQuery.searchAbbreviations]. */
public val SourcesQuery.searchAbbreviations: List<String> get() = searchAbbreviations()

/** See [SourcesQuery.searchAliases]. */
public val SourcesQuery.searchAliases: List<String> get() = searchAliases()

/** See [SourcesQuery.searchMedicalCenters]. */
public val SourcesQuery.searchMedicalCenters: List<String> get() = searchMedicalCenters()

/** See [SourcesQuery.searchPractitioners]. */
public val SourcesQuery.searchPractitioners: List<String> get() = searchPractitioners()

/** See [SourcesQuery.searchCities]. */
public val SourcesQuery.searchCities: List<String> get() = searchCities()

/** See [SourcesQuery.searchPostalCodes]. */
public val SourcesQuery.searchPostalCodes: List<String> get() = searchPostalCodes()
