package signpost.bench.noise;

import java.util.List;
import java.util.stream.Stream;

/** Everything that people write on pages. */
final class Edits {
  static final List<Edit> ALL =
      Stream.<Edit[]>of(ContactEdit.values(), WordEdit.values(), Ending.values())
          .flatMap(Stream::of)
          .toList();

  private Edits() {}
}
