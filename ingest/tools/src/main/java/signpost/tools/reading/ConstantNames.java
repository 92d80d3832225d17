package signpost.tools.reading;

import java.util.Locale;

/** How constants are written in JSON and on a terminal: {@code NOT_WHAT_IT_SAYS} with hyphens. */
final class ConstantNames {
  private ConstantNames() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
