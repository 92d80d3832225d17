package signpost.search.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import signpost.search.account.Role;
import signpost.search.index.StrangersText;

/** What a provider's claims make of somebody: by their groups, or their verified mail address. */
final class GroupRoles {
  private static final int LONGEST = 200;

  private final ProviderConfig config;

  GroupRoles(ProviderConfig config) {
    this.config = config;
  }

  /** What somebody is; nothing where none of their groups is named in the configuration. */
  Optional<Role> of(Map<String, Object> claims) {
    if (isAmong(config.administrators(), config.administratorMails(), claims)) {
      return Optional.of(Role.ADMINISTRATOR);
    }
    return isAmong(config.operators(), config.operatorMails(), claims)
        ? Optional.of(Role.OPERATOR)
        : Optional.empty();
  }

  /** A group may be called like a mail address, and must not pass for one; nor the other way. */
  private boolean isAmong(List<String> groups, List<String> mails, Map<String, Object> claims) {
    return texts(at(claims, config.groups())).stream().anyMatch(groups::contains)
        || VouchedMail.verified(claims)
            .filter(mail -> mails.stream().anyMatch(mail::equalsIgnoreCase))
            .isPresent();
  }

  /** What configuration requires the provider to say of somebody, and it does not. */
  Optional<String> lacking(Map<String, Object> claims) {
    return config.requiredClaims().stream().filter(it -> !says(claims, it)).findFirst();
  }

  private static boolean says(Map<String, Object> claims, String required) {
    int equals = required.indexOf('=');
    return texts(at(claims, required.substring(0, equals)))
        .contains(required.substring(equals + 1));
  }

  /** Why somebody is nothing here: a sentence for ops, who read it in the log. */
  String why(Map<String, Object> claims) {
    if (isOverage(claims)) {
      return "the provider left out the groups, as there are too many: use app roles, and set"
          + " signpost.sign-in.provider.groups to roles";
    }
    List<String> groups = texts(at(claims, config.groups()));
    return groups.isEmpty()
        ? "the provider names no groups in “%s”".formatted(config.groups())
        : "none of the groups is named in the configuration: "
            + StrangersText.brief(String.join(", ", groups), LONGEST);
  }

  /**
   * Whether Entra left the groups out, as a token holds 200 at most, and names them as elsewhere.
   */
  private boolean isOverage(Map<String, Object> claims) {
    return claims.get("_claim_names") instanceof Map<?, ?> names
        && names.containsKey(config.groups());
  }

  /** A claim may have a dot in its own name, as a namespace has: that one counts first. */
  private static @Nullable Object at(Map<?, ?> claims, String path) {
    int dot = path.indexOf('.');
    if (claims.containsKey(path) || dot < 0) {
      return claims.get(path);
    }
    return claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? at(inner, path.substring(dot + 1))
        : null;
  }

  private static List<String> texts(@Nullable Object groups) {
    return groups instanceof Collection<?> several
        ? several.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : groups instanceof String one ? List.of(one) : List.of();
  }
}
