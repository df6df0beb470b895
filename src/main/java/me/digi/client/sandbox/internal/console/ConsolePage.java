package me.digi.client.sandbox.internal.console;

import java.util.List;

/** A page of the console, and the forms on it. */
interface ConsolePage {
    List<ConsoleRoute> routes();
}
