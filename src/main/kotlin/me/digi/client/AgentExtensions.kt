package me.digi.client

/** See [Agent.name]. */
public val Agent.name: String get() = name()

/** See [Agent.version]. */
public val Agent.version: String get() = version()

/** See [Agent.meta]. */
public val Agent.meta: Map<String, String> get() = meta()
