package me.digi.client

/** Prevents one builder's lambda from calling the builder around it. */
@DslMarker
@Target(AnnotationTarget.TYPE)
public annotation class DigiMeDsl
