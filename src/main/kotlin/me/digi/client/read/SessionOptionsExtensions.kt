package me.digi.client.read

import java.time.Duration

/** See [SessionOptions.sourceFetchLimit]. */
public val SessionOptions.sourceFetchLimit: Duration? get() = sourceFetchLimit()

/** See [SessionOptions.scope]. */
public val SessionOptions.scope: Scope? get() = scope()

/** See [SessionOptions.sourceFetch]. */
public val SessionOptions.sourceFetch: Boolean? get() = sourceFetch()

/** See [SessionOptions.sourceFetchFilter]. */
public val SessionOptions.sourceFetchFilter: List<String> get() = sourceFetchFilter()
