package com.example.share;

import java.security.Principal;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.DeleteResult;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the user shares, and the buttons that end it. If the user has to consent again, the browser is sent there. */
@Controller
class HomeController {
    private final DigiMe digiMe;
    private final Documents documents;
    private final TokenEvents events;

    HomeController(DigiMe digiMe, Documents documents, TokenEvents events) {
        this.digiMe = digiMe;
        this.documents = documents;
        this.events = events;
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }

    @GetMapping("/")
    String home(Principal principal, Model model) {
        DigiMeUser user = digiMe.findUser(principal.getName());
        if (user == null) {
            return "share";
        }
        model.addAttribute("accounts", user.listAccounts());
        model.addAttribute("documents", documents.of(principal.getName()));
        model.addAttribute("token", user.loadTokenStatus());
        model.addAttribute("events", events.of(principal.getName()));
        return "home";
    }

    @GetMapping("/documents")
    String documents(DigiMeUser user, Principal principal, Model model) {
        model.addAttribute("documents", documents.of(principal.getName()));
        model.addAttribute("chart", MonthChart.of(documents.of(principal.getName())));
        return "documents";
    }

    /** Deletes the token pair. The data stays at digi.me, and the user can share it again. */
    @PostMapping("/disconnect")
    String disconnect(DigiMeUser user, Principal principal, RedirectAttributes next) {
        user.forget();
        documents.delete(principal.getName());
        next.addFlashAttribute("message", "disconnected");
        return "redirect:/";
    }

    /** Deletes the user's library at digi.me, too. */
    @PostMapping("/delete")
    String delete(DigiMeUser user, Principal principal, RedirectAttributes next) {
        DeleteResult result = user.delete();
        documents.delete(principal.getName());
        next.addFlashAttribute("message", result instanceof DeleteResult.Deleted ? "deleted" : "only-forgotten");
        return "redirect:/";
    }
}
