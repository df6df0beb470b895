package me.digi.client.store

import me.digi.client.auth.UserAccessToken

/** [TokenStoreException.operation], as a property. */
public val TokenStoreException.operation: TokenStoreException.Operation get() = operation()

/** [TokenStoreException.grant], as a property. */
public val TokenStoreException.grant: GrantKey? get() = grant()

/** [TokenStoreException.unsavedToken], as a property. */
public val TokenStoreException.unsavedToken: UserAccessToken? get() = unsavedToken()
