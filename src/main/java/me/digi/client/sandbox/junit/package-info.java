/**
 * A sandbox for each test class, with JUnit 5.13 or later, or 6: {@link me.digi.client.sandbox.junit.SandboxTest}, or a
 * configured {@link me.digi.client.sandbox.junit.SandboxExtension}. The rest of the sandbox does not need JUnit.
 */
@NullMarked
package me.digi.client.sandbox.junit;

import org.jspecify.annotations.NullMarked;
