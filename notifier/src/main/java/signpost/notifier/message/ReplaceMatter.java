package signpost.notifier.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a link to replace many at once is about: a guide, a site's origin, and the owner who was
 * told. Whoever reads the message may be another, and sees what this owner has.
 */
public record ReplaceMatter(String guide, String host, String owner) {
  /** The origin parts the words, for it alone never holds a space. */
  private static final Pattern SUBJECT = Pattern.compile("(.*?) (https?://\\S+)(?: (.+))?");

  /** As a link's words have it. */
  String subject() {
    return String.join(" ", guide, host, owner);
  }

  /**
   * What a link’s words say; nothing where they are no such words. Words that name no owner, as the
   * first mails had them, are about the reader’s own.
   */
  public static Optional<ReplaceMatter> read(String subject, String reader) {
    Matcher words = SUBJECT.matcher(subject);
    return words.matches()
        ? Optional.of(
            new ReplaceMatter(
                words.group(1), words.group(2), Optional.ofNullable(words.group(3)).orElse(reader)))
        : Optional.empty();
  }
}
