package me.digi.client.error

/** See [CallbackException.problem]. */
public val CallbackException.problem: CallbackException.Problem get() = problem()
