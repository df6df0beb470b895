package me.digi.client

/** Keeps what is set up in one builder's braces from reaching the builder around it. */
@DslMarker
@Target(AnnotationTarget.TYPE)
public annotation class DigiMeDsl
