package me.digi.client.store

import me.digi.client.DigiMeDsl

/** Builds the keys of an [EncryptingTokenStore]. */
public inline fun TokenKeys(configure: (@DigiMeDsl TokenKeys.Builder).() -> Unit): TokenKeys =
    TokenKeys.builder().apply(configure).build()
