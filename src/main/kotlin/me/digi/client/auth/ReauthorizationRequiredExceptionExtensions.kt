package me.digi.client.auth

/** See [ReauthorizationRequiredException.reauthorize]. */
public val ReauthorizationRequiredException.reauthorize: RefreshResult.Reauthorize get() = reauthorize()
