package me.digi.client.error

/** [FileException.fileName], as a property. */
public val FileException.fileName: String get() = fileName()

/** [FileException.problem], as a property. */
public val FileException.problem: FileException.Problem get() = problem()
