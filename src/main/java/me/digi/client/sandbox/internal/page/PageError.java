package me.digi.client.sandbox.internal.page;

/** The error codes of callbacks. */
enum PageError {
    SERVER_ERROR("digi.me failed"),
    ONBOARD_ERROR("an account could not be added"),
    INITIALIZE_CHECK_FAIL("the page could not be opened"),
    INVALID_CODE("the link has expired or was used"),
    USER_CANCEL("the user declined, as with Deny");

    private final String meaning;

    PageError(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }
}
