/** A sandbox instead of digi.me, for tests with Spring Boot and for development. Needs the jar {@code sandbox}, too. */
@NullMarked
package me.digi.client.spring.sandbox;

import org.jspecify.annotations.NullMarked;
