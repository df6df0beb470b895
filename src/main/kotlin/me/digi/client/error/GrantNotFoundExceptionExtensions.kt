package me.digi.client.error

import me.digi.client.auth.UserAccessToken
import me.digi.client.store.GrantKey

/** See [GrantNotFoundException.grant]. */
public val GrantNotFoundException.grant: GrantKey get() = grant()

/** See [GrantNotFoundException.unsavedToken]. */
public val GrantNotFoundException.unsavedToken: UserAccessToken? get() = unsavedToken()
