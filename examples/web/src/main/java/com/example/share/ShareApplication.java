package com.example.share;

import me.digi.client.diagnostics.TokenListener;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** An application whose users share their data from digi.me. */
@SpringBootApplication
public class ShareApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(ShareApplication.class, arguments);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/share.css", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(login -> login.loginPage("/login").permitAll())
                .build();
    }

    /** For a demonstration. The name is also the user's key in the client's token store. */
    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                User.withUsername("ada").password("{noop}ada").build(),
                User.withUsername("grace").password("{noop}grace").build());
    }

    @Bean
    TokenListener tokenEvents(SharedData data) {
        return event -> data.addEvent(event.grant().userKey(), event.getClass().getSimpleName());
    }
}
