/** JSON Web Tokens: those that requests are signed with, and those in responses. */
@NullMarked
package me.digi.client.internal.jwt;

import org.jspecify.annotations.NullMarked;
