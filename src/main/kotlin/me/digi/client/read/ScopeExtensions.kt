package me.digi.client.read

/** See [Scope.timeRanges]. */
public val Scope.timeRanges: List<TimeRange> get() = timeRanges()

/** See [Scope.serviceGroups]. */
public val Scope.serviceGroups: List<ServiceGroup> get() = serviceGroups()

/** See [Scope.criteria]. */
public val Scope.criteria: List<Criteria> get() = criteria()
