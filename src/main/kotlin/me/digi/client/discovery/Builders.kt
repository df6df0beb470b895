package me.digi.client.discovery

import me.digi.client.DigiMeDsl

/** Builds a [SourcesQuery]. */
public inline fun SourcesQuery(configure: (@DigiMeDsl SourcesQuery.Builder).() -> Unit): SourcesQuery =
    SourcesQuery.builder().apply(configure).build()

/** Builds a [SourcesFilter]. */
public inline fun SourcesFilter(configure: (@DigiMeDsl SourcesFilter.Builder).() -> Unit): SourcesFilter =
    SourcesFilter.builder().apply(configure).build()

/** Builds a [SourcesSearch]. */
public inline fun SourcesSearch(configure: (@DigiMeDsl SourcesSearch.Builder).() -> Unit): SourcesSearch =
    SourcesSearch.builder().apply(configure).build()

/** Builds a [LookupQuery]. */
public inline fun LookupQuery(configure: (@DigiMeDsl LookupQuery.Builder).() -> Unit): LookupQuery =
    LookupQuery.builder().apply(configure).build()

/** Builds the filter. */
public inline fun SourcesQuery.Builder.filter(
    configure: (@DigiMeDsl SourcesFilter.Builder).() -> Unit,
): SourcesQuery.Builder = filter(SourcesFilter.builder().apply(configure).build())

/** Builds the search. */
public inline fun SourcesQuery.Builder.search(
    configure: (@DigiMeDsl SourcesSearch.Builder).() -> Unit,
): SourcesQuery.Builder = search(SourcesSearch.builder().apply(configure).build())
