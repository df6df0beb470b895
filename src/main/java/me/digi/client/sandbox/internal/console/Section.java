package me.digi.client.sandbox.internal.console;

/** An entry of the navigation. */
enum Section {
    START("start", "Start here"),
    REQUESTS("", "Requests"),
    USERS("users", "Users"),
    CONTRACTS("contracts", "Contracts"),
    TIME("time", "Time"),
    FAULTS("faults", "Faults"),
    RULES("rules", "Rules");

    private final String path;
    private final String label;

    Section(String path, String label) {
        this.path = path;
        this.label = label;
    }

    String path() {
        return ConsoleService.PATH + path;
    }

    String label() {
        return label;
    }
}
