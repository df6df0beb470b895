package me.digi.client.error

import me.digi.client.auth.RefreshResult

/** [ReauthorizationRequiredException.reauthorize], as a property. */
public val ReauthorizationRequiredException.reauthorize: RefreshResult.Reauthorize get() = reauthorize()
