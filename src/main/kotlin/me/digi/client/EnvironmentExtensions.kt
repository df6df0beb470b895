package me.digi.client

import java.net.URI

/** [Environment.baseUrl], as a property. */
public val Environment.baseUrl: URI get() = baseUrl()

/** [Environment.onboardUrl], as a property. */
public val Environment.onboardUrl: URI get() = onboardUrl()

/** [Environment.cloudUrl], as a property. */
public val Environment.cloudUrl: URI get() = cloudUrl()
