/** A sandbox instead of digi.me, for tests with Spring Boot and for development. Also needs the jar {@code sandbox}. */
@NullMarked
package me.digi.client.spring.sandbox;

import org.jspecify.annotations.NullMarked;
