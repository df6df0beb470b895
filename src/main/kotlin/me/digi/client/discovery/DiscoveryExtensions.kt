package me.digi.client.discovery

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import me.digi.client.internal.coroutines.interruptibly

private val everything: LookupQuery = LookupQuery.builder().build()

/** [Discovery.sources], suspending; the first page of those that can be read from unless the query says otherwise. */
public suspend fun Discovery.awaitSources(query: SourcesQuery = SourcesQuery.builder().build()): SourcesPage =
    interruptibly { sources(query) }

/** [Discovery.allSources] as a flow, which fetches each page when it is reached, for each collector anew. */
public fun Discovery.allSourcesAsFlow(query: SourcesQuery = SourcesQuery.builder().build()): Flow<Source> =
    flow {
        val sources = allSources(query).iterator()
        while (interruptibly { sources.hasNext() }) {
            emit(sources.next())
        }
    }

/** [Discovery.countries], suspending. */
public suspend fun Discovery.awaitCountries(query: LookupQuery = everything): List<Country> =
    interruptibly { countries(query) }

/** [Discovery.platforms], suspending. */
public suspend fun Discovery.awaitPlatforms(query: LookupQuery = everything): List<Platform> =
    interruptibly { platforms(query) }

/** [Discovery.categories], suspending. */
public suspend fun Discovery.awaitCategories(query: LookupQuery = everything): List<Category> =
    interruptibly { categories(query) }

/** [Discovery.sourceTypes], suspending. */
public suspend fun Discovery.awaitSourceTypes(query: LookupQuery = everything): List<SourceTypeInfo> =
    interruptibly { sourceTypes(query) }

/** [Discovery.sampleDataSets], suspending. */
public suspend fun Discovery.awaitSampleDataSets(sourceId: Long): List<SampleDataSet> =
    interruptibly { sampleDataSets(sourceId) }
