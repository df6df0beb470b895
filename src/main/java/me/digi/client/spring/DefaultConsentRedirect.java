package me.digi.client.spring;

import me.digi.client.auth.RefusalCode;
import me.digi.client.error.CallbackException;
import org.springframework.web.util.UriComponentsBuilder;

/** Redirects to the pages in the properties. */
record DefaultConsentRedirect(String successPath, String refusedPath) implements ConsentRedirect {
    @Override
    public String after(ConsentOutcome outcome) {
        if (outcome instanceof ConsentGiven given) {
            return given.next() == null ? successPath : given.next();
        }
        return UriComponentsBuilder.fromUriString(refusedPath)
                .queryParam("error", "{error}")
                .encode()
                .buildAndExpand(error(outcome))
                .toUriString();
    }

    private static String error(ConsentOutcome outcome) {
        if (outcome instanceof ConsentRefused refused) {
            RefusalCode code = refused.refused().code();
            return code == null ? "REFUSED" : code.value();
        }
        ConsentFailed failed = (ConsentFailed) outcome;
        if (failed.cause() instanceof CallbackException) {
            return "INVALID_CALLBACK";
        }
        return failed.isTemporary() ? "TEMPORARILY_UNAVAILABLE" : "SIGN_IN_FAILED";
    }
}
