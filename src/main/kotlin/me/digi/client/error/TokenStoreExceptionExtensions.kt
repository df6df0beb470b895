package me.digi.client.error

import me.digi.client.auth.UserAccessToken
import me.digi.client.store.GrantKey

/** See [TokenStoreException.operation]. */
public val TokenStoreException.operation: TokenStoreException.Operation get() = operation()

/** See [TokenStoreException.grant]. */
public val TokenStoreException.grant: GrantKey? get() = grant()

/** See [TokenStoreException.unsavedToken]. */
public val TokenStoreException.unsavedToken: UserAccessToken? get() = unsavedToken()
