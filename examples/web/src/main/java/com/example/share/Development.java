package com.example.share;

import java.security.Principal;
import java.time.YearMonth;
import java.util.stream.IntStream;
import me.digi.client.DigiMe;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxBuilder;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.spring.sandbox.SandboxConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** A sandbox in place of digi.me, whose users have a year of documents. */
@Configuration
@Profile("sandbox")
@Import(SandboxConfiguration.class)
class Development {
}
