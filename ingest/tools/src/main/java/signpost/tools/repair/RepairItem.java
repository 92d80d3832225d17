package signpost.tools.repair;

import java.util.Optional;

/**
 * What became of an answer at one place.
 *
 * @param place none where the answer's address stands nowhere in the file
 * @param was the address as it stood there
 * @param words the link's own, or those that show the address
 * @param note what a person should know besides; may be empty
 */
public record RepairItem(
    RepairOutcome outcome,
    LinkAnswer answer,
    Optional<FilePlace> place,
    String was,
    String words,
    String note) {
  /** The closed set of what can become of an answer. */
  public enum RepairOutcome {
    REPLACED("replaced", false),
    /** The very replacement stands there already. */
    ALREADY("already", false),
    KEPT("kept", false),
    REMOVE("remove", true),
    /** Words show the old address. */
    SHOWN("shown", true),
    /** It stands in what is no link. */
    ELSEWHERE("elsewhere", true),
    /** A link that cannot be changed by a machine. */
    BY_HAND("by-hand", true),
    /** The address stands nowhere in the file. */
    ABSENT("absent", false);

    private final String word;
    private final boolean left;

    RepairOutcome(String word, boolean left) {
      this.word = word;
      this.left = left;
    }

    /** In JSON. */
    public String word() {
      return word;
    }

    /** Whether a person must act. */
    public boolean left() {
      return left;
    }
  }
}
