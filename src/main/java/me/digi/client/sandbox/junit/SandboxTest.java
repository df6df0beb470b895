package me.digi.client.sandbox.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a sandbox for a test class, whose constructor and methods may have parameters for it.
 *
 * <pre>{@code
 * @SandboxTest
 * class AccountsTest {
 *     @Test
 *     void accountsAreReadWithATokenThatHasExpired(DigiMeUser user, Sandbox sandbox) {
 *         sandbox.clock().advance(Duration.ofDays(2));
 *         assertEquals(3, user.listAccounts().size());
 *         assertEquals(1, sandbox.requests().count(Operation.REFRESH_TOKEN));
 *     }
 * }
 * }</pre>
 *
 * <p>The same as {@code @ExtendWith(SandboxExtension.class)}. See {@link SandboxExtension} for the parameters, and what
 * is reset between tests.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(SandboxExtension.class)
public @interface SandboxTest {}
