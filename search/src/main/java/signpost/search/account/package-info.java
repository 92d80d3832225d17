/** Who may do what: roles, accounts kept here, sessions, tokens of programs, limits on guesses. */
@NullMarked
package signpost.search.account;

import org.jspecify.annotations.NullMarked;
