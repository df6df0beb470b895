package me.digi.client.discovery

/** [SourcesQuery.limit], as a property. */
public val SourcesQuery.limit: Int? get() = limit()

/** [SourcesQuery.offset], as a property. */
public val SourcesQuery.offset: Long get() = offset()

/** [SourcesQuery.sortByName], as a property. */
public val SourcesQuery.sortByName: SortOrder? get() = sortByName()

/** [SourcesQuery.search], as a property. */
public val SourcesQuery.search: SourcesSearch? get() = search()

/** [SourcesQuery.text], as a property. */
public val SourcesQuery.text: String? get() = text()

/** [SourcesQuery.include], as a property. */
public val SourcesQuery.include: List<String> get() = include()

/** [SourcesQuery.filter], as a property. */
public val SourcesQuery.filter: SourcesFilter? get() = filter()
