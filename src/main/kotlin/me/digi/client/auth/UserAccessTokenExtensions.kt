package me.digi.client.auth

/** [UserAccessToken.accessToken], as a property. */
public val UserAccessToken.accessToken: Token get() = accessToken()

/** [UserAccessToken.refreshToken], as a property. */
public val UserAccessToken.refreshToken: Token get() = refreshToken()

/** [UserAccessToken.userId], as a property. */
public val UserAccessToken.userId: String? get() = userId()

/** [UserAccessToken.consentId], as a property. */
public val UserAccessToken.consentId: String? get() = consentId()
