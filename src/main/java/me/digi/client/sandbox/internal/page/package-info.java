/**
 * The pages for users: the parameters of their URLs, their HTML, and the effects of decisions. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.page;

import org.jspecify.annotations.NullMarked;
