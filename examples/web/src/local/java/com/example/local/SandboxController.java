package com.example.local;

import me.digi.client.DigiMeUser;
import me.digi.client.sandbox.Sandbox;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Buttons for what otherwise takes a day, or happens at digi.me. */
@Controller
class SandboxController {
    private final Sandbox sandbox;

    SandboxController(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @PostMapping("/sandbox/expire")
    String expire() {
        sandbox.expireAccessTokens();
        return "redirect:/";
    }

    @PostMapping("/sandbox/revoke")
    String revoke(DigiMeUser user) {
        sandbox.revoke(user.loadToken().userId());
        return "redirect:/";
    }
}
