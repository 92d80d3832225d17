package signpost.notifier.message;

import signpost.catalogue.Owner;

/** Why somebody gets a message, in a sentence or two. */
final class MessageReason {
  private MessageReason() {}

  static String of(Letter letter) {
    return because(letter)
        + " Signpost checks every link of the guide and writes only when something needs doing.";
  }

  private static String because(Letter letter) {
    String owner = name(letter.owner());
    return switch (letter.reader().why()) {
      case OWNER -> "You get this because the guide's catalogue names you as its owner.";
      case SUBSCRIBER -> "You get this because you asked Signpost to tell you.";
      case MEMBER -> "You get this because you belong to the team " + owner + ".";
      case DEPUTY -> "You get this because you stand in for " + owner + ".";
      case NOBODY_ELSE ->
          "You get this because nobody else does: "
              + owner
              + " is the guide's owner, and is not told or wants no mail.";
    };
  }

  private static String name(Owner owner) {
    String name = CleanText.isolated(CleanText.line(owner.name(), 80));
    return name.isEmpty() ? CleanText.line(owner.id(), 60) : name;
  }
}
