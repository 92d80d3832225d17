package signpost.sample.noise;

import java.util.List;
import java.util.stream.Stream;

/** Every kind of noise, in the order in which a server makes them. */
public final class NoiseKinds {
  /** What every visit shows beside all that was written. */
  public static final List<NoiseKind> STEADY =
      Stream.<NoiseKind[]>of(
              MarkupNoise.values(),
              TypeNoise.values(),
              BoilerplateNoise.values(),
              PassingNoise.values())
          .flatMap(Stream::of)
          .toList();

  /** What puts something else in place of what was written, at some visits. */
  public static final List<NoiseKind> FACES = List.of(FaceNoise.values());

  public static final List<NoiseKind> ALL = Stream.concat(STEADY.stream(), FACES.stream()).toList();

  private NoiseKinds() {}
}
