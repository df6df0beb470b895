package me.digi.client.error

import me.digi.client.auth.UserAccessToken
import me.digi.client.store.GrantKey

/** [GrantNotFoundException.grant], as a property. */
public val GrantNotFoundException.grant: GrantKey get() = grant()

/** [GrantNotFoundException.unsavedToken], as a property. */
public val GrantNotFoundException.unsavedToken: UserAccessToken? get() = unsavedToken()
