package me.digi.client.read

import java.time.Duration

/** [SessionOptions.sourceFetchLimit], as a property. */
public val SessionOptions.sourceFetchLimit: Duration? get() = sourceFetchLimit()

/** [SessionOptions.scope], as a property. */
public val SessionOptions.scope: Scope? get() = scope()

/** [SessionOptions.sourceFetch], as a property. */
public val SessionOptions.sourceFetch: Boolean? get() = sourceFetch()

/** [SessionOptions.sourceFetchFilter], as a property. */
public val SessionOptions.sourceFetchFilter: List<String> get() = sourceFetchFilter()
