package me.digi.client.read

/** [Scope.timeRanges], as a property. */
public val Scope.timeRanges: List<TimeRange> get() = timeRanges()

/** [Scope.serviceGroups], as a property. */
public val Scope.serviceGroups: List<ServiceGroup> get() = serviceGroups()

/** [Scope.criteria], as a property. */
public val Scope.criteria: List<Criteria> get() = criteria()
