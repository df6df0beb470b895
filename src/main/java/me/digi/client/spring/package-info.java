/**
 * Spring Boot 3.5 and 4: the client as beans, set up by the properties {@code digime.*}, and the flow of consent as
 * endpoints of a servlet application. In the jar with the classifier {@code spring}.
 *
 * <p>A bean that an application declares replaces the default one: {@link me.digi.client.DigiMe},
 * {@link me.digi.client.auth.ContractDetails}, {@link me.digi.client.store.TokenStore},
 * {@link me.digi.client.spring.UserKeyResolver}, {@link me.digi.client.spring.ConsentRedirect}.
 */
@NullMarked
package me.digi.client.spring;

import org.jspecify.annotations.NullMarked;
