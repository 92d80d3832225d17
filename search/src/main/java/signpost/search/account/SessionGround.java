package signpost.search.account;

import java.util.Locale;
import java.util.Optional;
import signpost.search.audit.Actor;
import signpost.search.audit.SignInWay;

/**
 * What a session is opened on.
 *
 * @param basis what lets them in, as {@link Sessions#of} is told it then
 * @param address the mail address at which a provider vouches for them, in small letters
 */
public record SessionGround(Actor actor, Role role, String basis, Optional<String> address) {
  public SessionGround {
    address = address.map(it -> it.toLowerCase(Locale.ROOT));
  }

  /**
   * The address that is known to be somebody's: what the provider vouches for; of an account its
   * name, where whoever made it gave it an address as name.
   */
  static Optional<String> address(SignInWay way, String name, String vouched) {
    return Optional.of(way == SignInWay.ACCOUNT ? name : vouched).filter(it -> it.contains("@"));
  }
}
