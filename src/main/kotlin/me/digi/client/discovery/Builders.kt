package me.digi.client.discovery

import me.digi.client.DigiMeDsl

/** Which sources to list, set up in braces. */
public inline fun SourcesQuery(configure: (@DigiMeDsl SourcesQuery.Builder).() -> Unit): SourcesQuery =
    SourcesQuery.builder().apply(configure).build()

/** What sources are narrowed down by, set up in braces. */
public inline fun SourcesFilter(configure: (@DigiMeDsl SourcesFilter.Builder).() -> Unit): SourcesFilter =
    SourcesFilter.builder().apply(configure).build()

/** What sources are searched for, set up in braces. */
public inline fun SourcesSearch(configure: (@DigiMeDsl SourcesSearch.Builder).() -> Unit): SourcesSearch =
    SourcesSearch.builder().apply(configure).build()

/** What to look up, set up in braces. */
public inline fun LookupQuery(configure: (@DigiMeDsl LookupQuery.Builder).() -> Unit): LookupQuery =
    LookupQuery.builder().apply(configure).build()

/** Which sources, set up in braces. */
public inline fun SourcesQuery.Builder.filter(
    configure: (@DigiMeDsl SourcesFilter.Builder).() -> Unit,
): SourcesQuery.Builder = filter(SourcesFilter.builder().apply(configure).build())

/** Texts to search for, set up in braces. */
public inline fun SourcesQuery.Builder.search(
    configure: (@DigiMeDsl SourcesSearch.Builder).() -> Unit,
): SourcesQuery.Builder = search(SourcesSearch.builder().apply(configure).build())
