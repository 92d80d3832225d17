package signpost.web.document;

import java.util.List;

/**
 * A paragraph of a part of a Word file.
 *
 * @param number counts the part's paragraphs from 1
 * @param heading its level 1–6, else 0
 * @param item its depth as a list item from 1, else 0
 * @param links as a reader sees them
 * @param uses the same as the file has them: one that formatting has cut in two is two
 * @param beside what it refers to in other parts
 */
public record WordParagraph(
    int number,
    int heading,
    int item,
    String text,
    List<DocumentLink> links,
    List<DocumentLink> uses,
    ParagraphNotes beside) {
  public WordParagraph {
    links = List.copyOf(links);
    uses = List.copyOf(uses);
  }

  /**
   * What a paragraph refers to in other parts.
   *
   * @param notes by kind and id, as {@code footnote 2}
   * @param diagrams by the ids of their relationships
   */
  public record ParagraphNotes(List<String> notes, List<String> diagrams) {
    public ParagraphNotes {
      notes = List.copyOf(notes);
      diagrams = List.copyOf(diagrams);
    }
  }
}
