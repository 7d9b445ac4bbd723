/** Accounts, roles, the login page and what a signed-in person may see. */
@NullMarked
package se.helhetssyn.ui.login;

import org.jspecify.annotations.NullMarked;
