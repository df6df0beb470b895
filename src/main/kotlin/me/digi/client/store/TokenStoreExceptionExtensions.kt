package me.digi.client.store

import me.digi.client.auth.UserAccessToken

/** See [TokenStoreException.operation]. */
public val TokenStoreException.operation: TokenStoreException.Operation get() = operation()

/** See [TokenStoreException.grant]. */
public val TokenStoreException.grant: GrantKey? get() = grant()

/** See [TokenStoreException.unsavedToken]. */
public val TokenStoreException.unsavedToken: UserAccessToken? get() = unsavedToken()
