package signpost.url;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.util.ICUInputTooLongException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names to ASCII as browsers do it: UTS #46, non-transitional, with the rules for writing
 * directions and joiners, without those for hyphens and lengths.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-domain-to-ascii">URL standard</a>
 */
final class Idna {
  private static final String PREFIX = "xn--";
  private static final String NONE = "\uFFFD";

  /** No name has more characters by far, and ICU takes time by their square. */
  private static final int LONGEST = 4_000;

  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(
          IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.NONTRANSITIONAL_TO_UNICODE);

  /** CheckHyphens and VerifyDnsLength are off in the standard; ICU cannot be told so. */
  private static final Set<IDNA.Error> NO_MATTER =
      EnumSet.of(
          IDNA.Error.EMPTY_LABEL,
          IDNA.Error.LABEL_TOO_LONG,
          IDNA.Error.DOMAIN_NAME_TOO_LONG,
          IDNA.Error.LEADING_HYPHEN,
          IDNA.Error.TRAILING_HYPHEN,
          IDNA.Error.HYPHEN_3_4);

  private Idna() {}

  /**
   * The name in ASCII, or nothing if it is not a valid one. A name that is ASCII already is kept in
   * lower case, whatever UTS #46 would say of its encoded labels: they are in use.
   */
  static Optional<String> toAscii(String name) {
    if (ascii(name)) {
      return Optional.of(name.toLowerCase(Locale.ROOT));
    }
    var info = new IDNA.Info();
    String result = mapped(name, info);
    boolean valid = NO_MATTER.containsAll(info.getErrors()) && ascii(result);
    return valid && Arrays.stream(result.split("\\.", -1)).allMatch(Idna::meant)
        ? Optional.of(result)
        : Optional.empty();
  }

  /** ICU gives up on labels of more than 1,000 characters; the name servers would above 63. */
  private static String mapped(String name, IDNA.Info info) {
    if (name.length() > LONGEST) {
      return NONE;
    }
    try {
      return UTS46.nameToASCII(name, new StringBuilder(name.length()), info).toString();
    } catch (ICUInputTooLongException _) {
      return NONE;
    }
  }

  /** An encoded label has to stand for something that ASCII cannot say. */
  private static boolean meant(String label) {
    return !label.startsWith(PREFIX)
        || Punycode.decode(label.substring(PREFIX.length()))
            .filter(text -> !ascii(text))
            .isPresent();
  }

  private static boolean ascii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
