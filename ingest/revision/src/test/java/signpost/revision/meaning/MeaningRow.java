package signpost.revision.meaning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One line of a table of changes: {@code MEANING | old | new}, or {@code old | new} where it means
 * nothing. "⇥" parts the cells of a row.
 */
record MeaningRow(String about, String old, String young) {
  static List<MeaningRow> of(String table) {
    try {
      URL file = Objects.requireNonNull(MeaningRow.class.getResource(table), table);
      return Files.readAllLines(Path.of(file.toURI())).stream().map(MeaningRow::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static MeaningRow read(String line) {
    List<String> cells =
        List.of((line + " ").split("\\|", -1)).stream()
            .map(cell -> cell.strip().replace('⇥', '\t'))
            .toList();
    int first = cells.size() - 2;
    return new MeaningRow(
        first == 0 ? "" : cells.getFirst(), cells.get(first), cells.get(first + 1));
  }

  ChangeMeaning meaning() {
    return ChangeMeaning.valueOf(about);
  }

  MeaningRow turned() {
    return new MeaningRow(about, /* old= */ young, /* young= */ old);
  }

  Set<ChangeMeaning> meanings() {
    return PassageMeaning.of("", old, young);
  }
}
