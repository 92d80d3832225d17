package signpost.notifier.message;

import java.util.List;
import java.util.Optional;
import signpost.events.ChangeEvent.Hunk;

/** A part of a message, said alike in plain text and in HTML. */
sealed interface Block {
  record Paragraph(String text) implements Block {}

  record Heading(String text) implements Block {}

  /** A list of short lines, each perhaps with an address to go to. */
  record Lines(List<Line> lines) implements Block {
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  record Line(String text, Optional<String> url) {}

  /**
   * One finding; {@code answer} is where it is answered, {@code answers} the same with an answer
   * chosen.
   */
  record Item(
      String title,
      List<Fact> facts,
      List<Hunk> hunks,
      String pageUrl,
      Optional<String> answer,
      List<Line> answers)
      implements Block {
    public Item {
      facts = List.copyOf(facts);
      hunks = List.copyOf(hunks);
      answers = List.copyOf(answers);
    }
  }

  /** "What to do: remove the link". A stranger's words are shown and never led to. */
  record Fact(String label, String text, Wording wording) {
    static Fact said(String label, String text) {
      return new Fact(label, text, Wording.SAID);
    }

    static Fact ours(String label, String text) {
      return new Fact(label, text, Wording.OURS);
    }

    static Fact address(String label, String url) {
      return new Fact(label, url, Wording.ADDRESS);
    }
  }

  /** Whose words they are: somebody's; our own, with addresses among them; an address, whole. */
  enum Wording {
    SAID,
    OURS,
    ADDRESS
  }
}
