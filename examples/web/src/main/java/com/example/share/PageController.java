package com.example.share;

import java.security.Principal;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.DeleteResult;
import me.digi.client.read.ListedFile;
import me.digi.client.spring.ReadAllEvents;
import me.digi.client.store.GrantNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages. If the user has to consent again, the client's endpoints take the browser to digi.me and back. */
@Controller
class PageController {
    private final DigiMe digiMe;
    private final SharedData data;

    PageController(DigiMe digiMe, SharedData data) {
        this.digiMe = digiMe;
        this.data = data;
    }

    @ModelAttribute("name")
    String name(Principal principal) {
        return principal == null ? null : principal.getName();
    }

    /** A page is named after its path. */
    @GetMapping({"/login", "/reading", "/delete"})
    void page() {}

    /** With an error, nothing is requested from digi.me, since a user who declines would be asked again and again. */
    @GetMapping("/")
    String home(@ModelAttribute("name") String name, @RequestParam(required = false) String error, Model model) {
        DigiMeUser user = digiMe.findUser(name);
        model.addAttribute("sharing", user != null);
        model.addAttribute("error", error);
        if (user == null || error != null) {
            return "share";
        }
        model.addAttribute("accounts", user.listAccounts());
        model.addAttribute("token", user.loadTokenStatus());
        model.addAttribute("events", data.events(name));
        model.addAttribute("files", data.files(name));
        return "home";
    }

    /** For the page {@code /reading}. An application would keep the content of the files, too. */
    @GetMapping("/reading/events")
    SseEmitter read(DigiMeUser user, @ModelAttribute("name") String name) {
        return ReadAllEvents.start(
                user.files(user.startSession()).readAllRequest(),
                ListedFile::readBytes,
                summary -> data.replaceFiles(name, summary.files()));
    }

    @GetMapping("/files")
    void files(@ModelAttribute("name") String name, Model model) {
        model.addAttribute("files", data.files(name));
        model.addAttribute("months", data.months(name));
    }

    @PostMapping("/disconnect")
    String disconnect(@ModelAttribute("name") String name, RedirectAttributes next) {
        digiMe.user(name).forget();
        data.delete(name);
        next.addFlashAttribute("message", "disconnected");
        return "redirect:/";
    }

    @PostMapping("/delete")
    String delete(@ModelAttribute("name") String name, RedirectAttributes next) {
        try {
            boolean deleted = digiMe.user(name).delete() instanceof DeleteResult.Deleted;
            next.addFlashAttribute("message", deleted ? "deleted" : "only-forgotten");
        } catch (GrantNotFoundException e) {
            // The button was pressed twice.
        }
        data.delete(name);
        return "redirect:/";
    }
}
