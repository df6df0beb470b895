package me.digi.client.discovery

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import me.digi.client.internal.api.interruptibly

private val everything: LookupQuery = LookupQuery.builder().build()

/** [Discovery.listSources], suspending; the first page of those that can be read from unless the query says otherwise. */
public suspend fun Discovery.awaitListSources(query: SourcesQuery = SourcesQuery.builder().build()): SourcesPage =
    interruptibly { listSources(query) }

/** [Discovery.listAllSources] as a flow, which fetches each page when it is reached, for each collector anew. */
public fun Discovery.listAllSourcesAsFlow(query: SourcesQuery = SourcesQuery.builder().build()): Flow<Source> =
    flow {
        val sources = listAllSources(query).iterator()
        while (interruptibly { sources.hasNext() }) {
            emit(sources.next())
        }
    }

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
