package me.digi.client.sandbox.internal.control;

import java.util.List;

/** A resource of the control API. */
interface Resource {
    List<Route> routes();
}
