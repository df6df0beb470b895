package me.digi.client.discovery

import me.digi.client.DigiMeDsl

/** Builds a [SourcesQuery]. */
public inline fun SourcesQuery(configure: (@DigiMeDsl SourcesQuery.Builder).() -> Unit): SourcesQuery =
    SourcesQuery.builder().apply(configure).build()

/** Builds a [LookupQuery]. */
public inline fun LookupQuery(configure: (@DigiMeDsl LookupQuery.Builder).() -> Unit): LookupQuery =
    LookupQuery.builder().apply(configure).build()
