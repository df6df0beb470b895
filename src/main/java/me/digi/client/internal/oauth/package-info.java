/**
 * Not API: token requests and their signed responses, whose pair a response holds, and the record that a grant is kept in with
 * its compare-and-set loop. Knows nothing of when to refresh.
 */
@NullMarked
package me.digi.client.internal.oauth;

import org.jspecify.annotations.NullMarked;
