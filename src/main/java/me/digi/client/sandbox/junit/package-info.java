/**
 * A sandbox for each test class, with JUnit 5.13 or later, or 6: {@link me.digi.client.sandbox.junit.SandboxTest} on the
 * class, or a {@link me.digi.client.sandbox.junit.SandboxExtension} that is set up differently. The rest of the sandbox
 * works without JUnit.
 */
@NullMarked
package me.digi.client.sandbox.junit;

import org.jspecify.annotations.NullMarked;
