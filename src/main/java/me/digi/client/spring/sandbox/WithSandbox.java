package me.digi.client.spring.sandbox;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * Runs a test of the application against a sandbox.
 *
 * <pre>{@code
 * @SpringBootTest
 * @WithSandbox
 * class AccountsTest {
 *     @Autowired Sandbox sandbox;
 *     @Autowired SandboxClock clock;
 *     @Autowired DigiMe digiMe;
 * }
 * }</pre>
 *
 * <p>Tests that share an application context share its sandbox. See {@link SandboxConfiguration}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Import(SandboxConfiguration.class)
public @interface WithSandbox {}
