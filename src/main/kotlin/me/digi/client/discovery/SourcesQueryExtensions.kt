package me.digi.client.discovery

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
