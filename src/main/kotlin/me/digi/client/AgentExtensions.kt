package me.digi.client

/** [Agent.name], as a property. */
public val Agent.name: String get() = name()

/** [Agent.version], as a property. */
public val Agent.version: String get() = version()

/** [Agent.meta], as a property. */
public val Agent.meta: Map<String, String> get() = meta()
