package me.digi.client.store

import me.digi.client.auth.UserAccessToken

/** See [GrantNotFoundException.grant]. */
public val GrantNotFoundException.grant: GrantKey get() = grant()

/** See [GrantNotFoundException.unsavedToken]. */
public val GrantNotFoundException.unsavedToken: UserAccessToken? get() = unsavedToken()
