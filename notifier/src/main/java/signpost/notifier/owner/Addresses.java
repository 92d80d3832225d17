package signpost.notifier.owner;

import java.util.regex.Pattern;

/** Which words can be written on an envelope. */
public final class Addresses {
  private static final Pattern FORM =
      Pattern.compile("[^\\s@<>,;\"()\\p{Cntrl}]{1,64}@[^\\s@<>,;\"()\\p{Cntrl}]+");
  private static final int LONGEST = 254;

  private Addresses() {}

  /** Whether it is one address: no list, no line break, no name around it (RFC 5321, 4.5.3.1). */
  public static boolean isUsable(String words) {
    return words.length() <= LONGEST && FORM.matcher(words).matches();
  }
}
