package me.digi.client.error

/** See [FileException.fileName]. */
public val FileException.fileName: String get() = fileName()

/** See [FileException.problem]. */
public val FileException.problem: FileException.Problem get() = problem()
