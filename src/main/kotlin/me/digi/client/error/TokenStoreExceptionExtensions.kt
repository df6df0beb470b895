package me.digi.client.error

import me.digi.client.auth.UserAccessToken
import me.digi.client.store.GrantKey

/** [TokenStoreException.operation], as a property. */
public val TokenStoreException.operation: TokenStoreException.Operation get() = operation()

/** [TokenStoreException.grant], as a property. */
public val TokenStoreException.grant: GrantKey? get() = grant()

/** [TokenStoreException.unsavedToken], as a property. */
public val TokenStoreException.unsavedToken: UserAccessToken? get() = unsavedToken()
