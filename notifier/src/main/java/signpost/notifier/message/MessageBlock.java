package signpost.notifier.message;

import java.util.List;
import java.util.Optional;
import signpost.events.ShownHunk;

/** A part of a message, said alike in plain text and in HTML. */
sealed interface MessageBlock {
  record Paragraph(String text) implements MessageBlock {}

  record Heading(String text) implements MessageBlock {}

  /** A list of short lines, each perhaps with an address to go to. */
  record LinesBlock(List<BlockLine> lines) implements MessageBlock {
    public LinesBlock {
      lines = List.copyOf(lines);
    }
  }

  record BlockLine(String text, Optional<String> url) {}

  /**
   * One finding; {@code answer} is where it is answered, {@code answers} the same with an answer
   * chosen; {@code offered} whether the first of them puts a page we found in its place.
   */
  record FindingBlock(
      String title,
      List<FactBlock> facts,
      List<ShownHunk> hunks,
      String pageUrl,
      Optional<String> answer,
      List<BlockLine> answers,
      boolean offered)
      implements MessageBlock {
    public FindingBlock {
      facts = List.copyOf(facts);
      hunks = List.copyOf(hunks);
      answers = List.copyOf(answers);
    }
  }

  /** Pages of one site that moved together; {@code all} is where all links are replaced at once. */
  record MovedBlock(String title, List<MovedPage> pages, Optional<String> all)
      implements MessageBlock {
    public MovedBlock {
      pages = List.copyOf(pages);
    }
  }

  /** One of them: what the guide calls it, its addresses, and why it is the same. */
  record MovedPage(String title, String before, String now, String reason) {}

  /** "What to do: remove the link". A stranger's words are shown and never led to. */
  record FactBlock(String label, String text, WordSource wording) {
    static FactBlock said(String label, String text) {
      return new FactBlock(label, text, WordSource.SAID);
    }

    static FactBlock ours(String label, String text) {
      return new FactBlock(label, text, WordSource.OURS);
    }

    static FactBlock address(String label, String url) {
      return new FactBlock(label, url, WordSource.ADDRESS);
    }
  }

  /** Whose words they are: somebody's; our own, with addresses among them; an address, whole. */
  enum WordSource {
    SAID,
    OURS,
    ADDRESS
  }
}
