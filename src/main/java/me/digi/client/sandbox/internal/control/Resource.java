package me.digi.client.sandbox.internal.control;

import java.util.List;

/** A resource of the control API, or a page of the console. */
public interface Resource {
    List<Route> routes();
}
