package me.digi.client.auth

/** [AuthorizationCode.value], as a property. */
public val AuthorizationCode.value: String get() = value()

/** [AuthorizationCode.codeVerifier], as a property. */
public val AuthorizationCode.codeVerifier: String get() = codeVerifier()
