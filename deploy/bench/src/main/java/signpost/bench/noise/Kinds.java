package signpost.bench.noise;

import java.util.List;
import java.util.stream.Stream;

/** Everything that is tried on pages, in the order in which a server does it. */
final class Kinds {
  static final List<Noise> OF_NOISE =
      Stream.<Noise[]>of(
              MarkupNoise.values(),
              TypeNoise.values(),
              FurnitureNoise.values(),
              PassingNoise.values(),
              FaceNoise.values())
          .flatMap(Stream::of)
          .toList();

  static final List<Edit> OF_EDITS =
      Stream.<Edit[]>of(ContactEdit.values(), WordEdit.values(), Ending.values())
          .flatMap(Stream::of)
          .toList();

  private Kinds() {}
}
