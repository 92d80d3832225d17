package signpost.notifier.store;

import java.util.Locale;

/** How a constant is called in JSON, in rules and in catalogue files: {@code gone-in-place}. */
public final class WireName {
  private WireName() {}

  /** GONE_IN_PLACE as gone-in-place. */
  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static <E extends Enum<E>> E read(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
