package me.digi.client.push

import me.digi.client.DigiMeDsl

/** Builds a [PushDescriptor]. */
public inline fun PushDescriptor(configure: (@DigiMeDsl PushDescriptor.Builder).() -> Unit): PushDescriptor =
    PushDescriptor.builder().apply(configure).build()
