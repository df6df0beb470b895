package me.digi.client.discovery

import kotlinx.coroutines.flow.Flow
import me.digi.client.internal.api.flowOver
import me.digi.client.internal.api.interruptibly

private val everything: LookupQuery = LookupQuery.builder().build()

/** [Discovery.listSources], suspending; by default the first page of approved sources that data can be read from. */
public suspend fun Discovery.awaitListSources(query: SourcesQuery = SourcesQuery.builder().build()): SourcesPage =
    interruptibly { listSources(query) }

/** [Discovery.listAllSources] as a flow; each collector fetches pages as it reaches them. */
public fun Discovery.listAllSourcesAsFlow(query: SourcesQuery = SourcesQuery.builder().build()): Flow<Source> =
    flowOver { listAllSources(query).iterator() }

/** [Discovery.listCountries], suspending. */
public suspend fun Discovery.awaitListCountries(query: LookupQuery = everything): List<Country> =
    interruptibly { listCountries(query) }

/** [Discovery.listPlatforms], suspending. */
public suspend fun Discovery.awaitListPlatforms(query: LookupQuery = everything): List<Platform> =
    interruptibly { listPlatforms(query) }

/** [Discovery.listCategories], suspending. */
public suspend fun Discovery.awaitListCategories(query: LookupQuery = everything): List<Category> =
    interruptibly { listCategories(query) }

/** [Discovery.listSourceTypes], suspending. */
public suspend fun Discovery.awaitListSourceTypes(query: LookupQuery = everything): List<SourceTypeInfo> =
    interruptibly { listSourceTypes(query) }

/** [Discovery.listSampleDataSets], suspending. */
public suspend fun Discovery.awaitListSampleDataSets(sourceId: Long): List<SampleDataSet> =
    interruptibly { listSampleDataSets(sourceId) }
