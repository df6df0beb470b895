package me.digi.client

import java.net.URI

/** See [Environment.baseUrl]. */
public val Environment.baseUrl: URI get() = baseUrl()

/** See [Environment.onboardUrl]. */
public val Environment.onboardUrl: URI get() = onboardUrl()

/** See [Environment.cloudUrl]. */
public val Environment.cloudUrl: URI get() = cloudUrl()

/** See [Environment.allowPlainHttpForDevelopment]. */
public val Environment.allowPlainHttpForDevelopment: Boolean get() = allowPlainHttpForDevelopment()
