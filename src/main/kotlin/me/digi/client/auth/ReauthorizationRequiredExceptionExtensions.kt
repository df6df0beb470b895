package me.digi.client.auth

/** [ReauthorizationRequiredException.reauthorize], as a property. */
public val ReauthorizationRequiredException.reauthorize: RefreshResult.Reauthorize get() = reauthorize()
