package me.digi.client.push

import me.digi.client.DigiMeDsl

/** What a pushed file is, set up in braces. */
public inline fun PushDescriptor(configure: (@DigiMeDsl PushDescriptor.Builder).() -> Unit): PushDescriptor =
    PushDescriptor.builder().apply(configure).build()
