package me.digi.client

import java.net.URI

/** See [Agent.name]. */
public val Agent.name: String get() = name()

/** See [Agent.version]. */
public val Agent.version: String get() = version()

/** See [Agent.meta]. */
public val Agent.meta: Map<String, String> get() = meta()

/** See [Environment.baseUrl]. */
public val Environment.baseUrl: URI get() = baseUrl()

/** See [Environment.onboardUrl]. */
public val Environment.onboardUrl: URI get() = onboardUrl()

/** See [Environment.cloudUrl]. */
public val Environment.cloudUrl: URI get() = cloudUrl()

/** See [Environment.allowPlainHttpForDevelopment]. */
public val Environment.allowPlainHttpForDevelopment: Boolean get() = allowPlainHttpForDevelopment()
