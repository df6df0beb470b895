package me.digi.client.store

import me.digi.client.auth.UserAccessToken

/** [GrantNotFoundException.grant], as a property. */
public val GrantNotFoundException.grant: GrantKey get() = grant()

/** [GrantNotFoundException.unsavedToken], as a property. */
public val GrantNotFoundException.unsavedToken: UserAccessToken? get() = unsavedToken()
