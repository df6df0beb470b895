/** JSON Web Tokens: those that requests are signed with, and those that the server answers with. */
@NullMarked
package me.digi.client.internal.jwt;

import org.jspecify.annotations.NullMarked;
