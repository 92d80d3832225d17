package signpost.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import signpost.url.WebUrl;

/**
 * A person's address that any mail server takes: RFC 5321 without quotes, comments and address
 * literals, names of domains in ASCII. {@code local} stands as written, {@code domain} in lower
 * case.
 */
public record MailAddress(String local, String domain) {
  private static final int MOST = 254;
  private static final int MOST_LOCAL = 64;
  private static final int MOST_DOMAIN = 253;
  private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final String LOCALHOST = "localhost";
  private static final String NO_DOMAIN = "nothing stands after the @";
  private static final String NOT_A_NAME = "what stands after the @ is no name of a domain";

  public MailAddress {
    localProblem(local)
        .or(() -> domainProblem(domain, true))
        .or(() -> lengthProblem(local, domain))
        .ifPresent(problem -> {
          throw new IllegalArgumentException("not an email address: " + problem);
        });
  }

  /** The address that a text is, or nothing if no mail server takes it. */
  public static Optional<MailAddress> parse(String text) {
    return problem(text).isPresent() ? Optional.empty() : Optional.of(split(text));
  }

  /** As {@link #parse}, for settings: a machine's own {@code …@localhost} will do. */
  public static Optional<MailAddress> configured(String text) {
    return problem(text, true).isPresent() ? Optional.empty() : Optional.of(split(text));
  }

  /** Why a text is no address, as the end of a sentence; nothing if it is one. */
  public static Optional<String> problem(String text) {
    return problem(text, false);
  }

  /** What somebody pasted, without what programs put around an address they show. */
  public static String unwrapped(String pasted) {
    return PastedAddress.unwrapped(pasted);
  }

  /** The mailbox it leads to, to be counted and compared: no tag after a plus, no capitals. */
  public String mailbox() {
    int plus = local.indexOf('+');
    String name = plus > 0 ? local.substring(0, plus) : local;
    return name.toLowerCase(Locale.ROOT) + "@" + domain;
  }

  /** As written on an envelope. */
  @Override
  public String toString() {
    return local + "@" + domain;
  }

  private static Optional<String> problem(String text, boolean configured) {
    if (text.isEmpty()) {
      return Optional.of("it is empty");
    }
    int at = text.indexOf('@');
    if (at < 0) {
      return Optional.of("there is no @ in it");
    }
    if (text.indexOf('@', at + 1) >= 0) {
      return Optional.of("there is more than one @ in it; write one address");
    }
    if (text.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
      return Optional.of("there is a blank or a line break in it");
    }
    String local = text.substring(0, at);
    String domain = text.substring(at + 1);
    return localProblem(local)
        .or(() -> readableProblem(domain, configured))
        .or(() -> lengthProblem(local, ascii(domain).orElseThrow()));
  }

  private static MailAddress split(String text) {
    int at = text.indexOf('@');
    return new MailAddress(text.substring(0, at), ascii(text.substring(at + 1)).orElseThrow());
  }

  private static Optional<String> localProblem(String local) {
    if (local.isEmpty()) {
      return Optional.of("nothing stands before the @");
    }
    if (local.length() > MOST_LOCAL) {
      return Optional.of("more than 64 letters stand before the @");
    }
    if (local.startsWith(".") || local.endsWith(".")) {
      return Optional.of("what stands before the @ begins or ends with a dot");
    }
    if (local.contains("..")) {
      return Optional.of("two dots stand together in it");
    }
    return LOCAL.matcher(local).matches()
        ? Optional.empty()
        : Optional.of(
            "before the @ only letters without accents, digits, dots, hyphens and the like can"
                + " stand");
  }

  private static Optional<String> domainProblem(String domain, boolean configured) {
    if (configured && domain.equals(LOCALHOST)) {
      return Optional.empty();
    }
    if (domain.startsWith(".") || domain.endsWith(".")) {
      return Optional.of("what stands after the @ begins or ends with a dot");
    }
    if (domain.contains("..")) {
      return Optional.of("two dots stand together in it");
    }
    String[] labels = domain.split("\\.", -1);
    for (String label : labels) {
      if (!LABEL.matcher(label).matches()) {
        return Optional.of(NOT_A_NAME);
      }
    }
    String last = labels[labels.length - 1];
    boolean top = last.length() > 1 && !last.chars().allMatch(c -> c >= '0' && c <= '9');
    return labels.length > 1 && top
        ? Optional.empty()
        : Optional.of("what stands after the @ has no ending such as .uk or .org");
  }

  private static Optional<String> readableProblem(String domain, boolean configured) {
    if (domain.isEmpty()) {
      return Optional.of(NO_DOMAIN);
    }
    if (!domain.chars().allMatch(MailAddress::inDomain)) {
      return Optional.of("after the @ only letters, digits, dots and hyphens can stand");
    }
    Optional<String> ascii = ascii(domain);
    return ascii.isEmpty() ? Optional.of(NOT_A_NAME) : domainProblem(ascii.get(), configured);
  }

  private static boolean inDomain(int c) {
    return c > 0x7F || Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }

  /** As browsers write a domain. */
  private static Optional<String> ascii(String domain) {
    return WebUrl.parse("http://" + domain + "/").map(WebUrl::host);
  }

  private static Optional<String> lengthProblem(String local, String domain) {
    return domain.length() > MOST_DOMAIN || local.length() + 1 + domain.length() > MOST
        ? Optional.of("it is longer than 254 letters")
        : Optional.empty();
  }
}
