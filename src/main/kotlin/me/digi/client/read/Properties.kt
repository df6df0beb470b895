package me.digi.client.read

import java.time.Duration
import java.time.Instant

/** See [CriteriaMetadata.appIds]. */
public val CriteriaMetadata.appIds: List<String> get() = appIds()

/** See [CriteriaMetadata.accounts]. */
public val CriteriaMetadata.accounts: List<CriteriaAccount> get() = accounts()

/** See [CriteriaMetadata.contractIds]. */
public val CriteriaMetadata.contractIds: List<String> get() = contractIds()

/** See [CriteriaMetadata.mimeTypes]. */
public val CriteriaMetadata.mimeTypes: List<String> get() = mimeTypes()

/** See [CriteriaMetadata.references]. */
public val CriteriaMetadata.references: List<String> get() = references()

/** See [CriteriaMetadata.tags]. */
public val CriteriaMetadata.tags: List<String> get() = tags()

/** See [FileList.accountsToReauthorize]. */
public val FileList.accountsToReauthorize: List<String> get() = accountsToReauthorize()

/** See [FileMetadata.more]. */
public val FileMetadata.more: Map<String, Any> get() = more()

/** See [FileMetadata.problems]. */
public val FileMetadata.problems: List<String> get() = problems()

/** See [ListedFile.entry]. */
public val ListedFile.entry: FileEntry get() = entry()

/** See [ReadAllOptions.parallelism]. */
public val ReadAllOptions.parallelism: Int get() = parallelism()

/** See [ReadAllOptions.pollInterval]. */
public val ReadAllOptions.pollInterval: Duration get() = pollInterval()

/** See [ReadAllOptions.maxPendingPolls]. */
public val ReadAllOptions.maxPendingPolls: Int get() = maxPendingPolls()

/** See [ReadAllOptions.maxWait]. */
public val ReadAllOptions.maxWait: Duration get() = maxWait()

/** See [ReadAllOptions.attempts]. */
public val ReadAllOptions.attempts: Int get() = attempts()

/** See [ReadAllSummary.bytes]. */
public val ReadAllSummary.bytes: Long get() = bytes()

/** See [ReadOptions.maxContentBytes]. */
public val ReadOptions.maxContentBytes: Long get() = maxContentBytes()

/** See [ReadOptions.maxBytesInMemory]. */
public val ReadOptions.maxBytesInMemory: Long get() = maxBytesInMemory()

/** See [ReadOptions.notFoundRetries]. */
public val ReadOptions.notFoundRetries: Int get() = notFoundRetries()

/** See [ReadOptions.notFoundDelay]. */
public val ReadOptions.notFoundDelay: Duration get() = notFoundDelay()

/** See [ReadProgress.areAllFilesKnown]. */
public val ReadProgress.areAllFilesKnown: Boolean get() = areAllFilesKnown()

/** See [Scope.timeRanges]. */
public val Scope.timeRanges: List<TimeRange> get() = timeRanges()

/** See [Scope.serviceGroups]. */
public val Scope.serviceGroups: List<ServiceGroup> get() = serviceGroups()

/** See [Scope.criteria]. */
public val Scope.criteria: List<Criteria> get() = criteria()

/** See [SessionFile.name]. */
public val SessionFile.name: String get() = name()

/** See [SessionFile.metadata]. */
public val SessionFile.metadata: FileMetadata get() = metadata()

/** See [SessionFile.lastModified]. */
public val SessionFile.lastModified: Instant? get() = lastModified()

/** See [SessionKey.value]. */
public val SessionKey.value: String get() = value()

/** See [SessionOptions.sourceFetchLimit]. */
public val SessionOptions.sourceFetchLimit: Duration? get() = sourceFetchLimit()

/** See [SessionOptions.scope]. */
public val SessionOptions.scope: Scope? get() = scope()

/** See [SessionOptions.sourceFetch]. */
public val SessionOptions.sourceFetch: Boolean? get() = sourceFetch()

/** See [SessionOptions.sourceFetchFilter]. */
public val SessionOptions.sourceFetchFilter: List<String> get() = sourceFetchFilter()
