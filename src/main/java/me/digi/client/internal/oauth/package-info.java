/**
 * Not API: token requests, their signed responses, and the stored record of a grant with its compare-and-set loop. Does
 * not decide when to refresh.
 */
@NullMarked
package me.digi.client.internal.oauth;

import org.jspecify.annotations.NullMarked;
