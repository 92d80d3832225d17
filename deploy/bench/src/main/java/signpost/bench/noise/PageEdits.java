package signpost.bench.noise;

import java.util.List;
import java.util.stream.Stream;

/** Everything that people write on pages. */
public final class PageEdits {
  public static final List<PageEdit> ALL =
      Stream.<PageEdit[]>of(
              ContactEdit.values(), WordEdit.values(), MeaningEdit.values(), PageEnding.values())
          .flatMap(Stream::of)
          .toList();

  private PageEdits() {}
}
