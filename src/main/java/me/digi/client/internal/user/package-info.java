/** What is done in a user's name: every call with a token that is good, and once more with a new one if it was not. */
@NullMarked
package me.digi.client.internal.user;

import org.jspecify.annotations.NullMarked;
