package signpost.revision.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import signpost.revision.compare.ComparablePage.TextLine;
import signpost.web.extract.TextBlock.BlockKind;

/**
 * The headings that a place of a page stands under, outermost first: "Referrals", "For GPs". The
 * page's own title is none of them where another follows. A heading of unknown level stands under
 * none.
 *
 * @param columns the first row of a table, of which this is a later place
 */
public record HeadingPath(List<TextLine> headings, Optional<TextLine> columns) {
  /** Stands between the names of headings where they are written in one line. */
  public static final String BETWEEN = " › ";

  /** Nobody reads more names, or longer ones, before the words in question. */
  private static final int MOST_NAMES = 3;

  private static final int LONGEST = 120;

  /** What stands under no heading. */
  public static final HeadingPath NONE = new HeadingPath(List.of(), Optional.empty());

  public HeadingPath {
    headings = List.copyOf(headings);
    Objects.requireNonNull(columns, "columns");
  }

  /** For each place among lines, their end included. */
  static List<HeadingPath> above(List<TextLine> lines) {
    List<HeadingPath> paths = new ArrayList<>();
    HeadingPath path = NONE;
    paths.add(path);
    for (TextLine line : lines) {
      path = path.behind(line);
      paths.add(path);
    }
    return paths;
  }

  private HeadingPath behind(TextLine line) {
    return switch (line.kind()) {
      case HEADING ->
          new HeadingPath(
              Stream.concat(over(line).headings.stream(), Stream.of(line)).toList(),
              Optional.empty());
      case ROW -> new HeadingPath(headings, columns.or(() -> Optional.of(line)));
      case PARAGRAPH, ITEM -> new HeadingPath(headings, Optional.empty());
    };
  }

  /** What a line stands under that comes here; a heading under those of higher rank alone. */
  public HeadingPath over(TextLine line) {
    return line.kind() == BlockKind.HEADING
        ? new HeadingPath(
            headings.stream().filter(it -> it.level() > 0 && it.level() < line.level()).toList(),
            Optional.empty())
        : this;
  }

  /** What the table calls the one cell in which two rows of it differ, their names apart. */
  public Optional<String> column(TextLine old, TextLine young) {
    List<String> names = columns.map(HeadingPath::cells).orElse(List.of());
    List<String> before = cells(old);
    List<String> after = cells(young);
    if (before.size() != names.size() || after.size() != names.size()) {
      return Optional.empty();
    }
    int[] differing =
        IntStream.range(0, names.size()).filter(i -> !before.get(i).equals(after.get(i))).toArray();
    return differing.length == 1 && differing[0] > 0
        ? Optional.of(names.get(differing[0]))
        : Optional.empty();
  }

  private static List<String> cells(TextLine row) {
    return List.of(row.text().split("\t", -1));
  }

  /** Outermost first. */
  public List<String> names() {
    return headings.stream()
        .filter(it -> it.level() != 1 || headings.size() == 1)
        .map(TextLine::text)
        .toList();
  }

  /** The innermost names in one line, as many as are read at a glance. */
  public String words() {
    List<String> names = names();
    String words =
        names.stream()
            .skip(Math.max(0, names.size() - MOST_NAMES))
            .collect(Collectors.joining(BETWEEN));
    return words.length() <= LONGEST || names.isEmpty() ? words : names.getLast();
  }

  /** The names that one line holds, innermost first. */
  public static List<String> names(String words) {
    return List.of(words.split(BETWEEN)).reversed();
  }
}
