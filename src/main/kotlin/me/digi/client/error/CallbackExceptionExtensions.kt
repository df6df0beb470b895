package me.digi.client.error

/** [CallbackException.problem], as a property. */
public val CallbackException.problem: CallbackException.Problem get() = problem()
