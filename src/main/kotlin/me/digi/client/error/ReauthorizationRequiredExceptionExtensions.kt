package me.digi.client.error

import me.digi.client.auth.RefreshResult

/** See [ReauthorizationRequiredException.reauthorize]. */
public val ReauthorizationRequiredException.reauthorize: RefreshResult.Reauthorize get() = reauthorize()
