package signpost.search.audit;

import java.util.Locale;

/** How somebody showed who they are. */
public enum SignInWay {
  /** They reached the management address, which only this machine can. */
  MANAGEMENT_ADDRESS,
  /** They know the password of ops. */
  OPS_PASSWORD,
  /** An account that is kept here. */
  ACCOUNT,
  /** An OpenID provider vouches for them. */
  PROVIDER,
  /** A program, by its token. */
  MACHINE_TOKEN,
  /** A shell on this machine. */
  COMMAND_LINE,
  /** They followed a link in a mail. */
  MAIL_LINK,
  /** They did not. */
  NOT_AT_ALL;

  /** As it stands in a line of the log. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As people read it. */
  public String words() {
    return switch (this) {
      case MANAGEMENT_ADDRESS -> "at the management address";
      case OPS_PASSWORD -> "with the password of ops";
      case ACCOUNT -> "with an account";
      case PROVIDER -> "through the provider";
      case MACHINE_TOKEN -> "with a token";
      case COMMAND_LINE -> "at the command line";
      case MAIL_LINK -> "by a link in a mail";
      case NOT_AT_ALL -> "not signed in";
    };
  }

  /** The way that a line names. */
  static SignInWay of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
