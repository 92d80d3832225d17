package signpost.search.query;

import java.util.Map;

/**
 * A guide in short: of its lines, how many its owners have answered, how many of the others fare
 * each way (by the words of {@code HealthTokens}), and how many have no address that is known.
 */
public record GuideSum(
    String id, String title, Map<String, Long> states, long answered, long unknownAddress) {
  public GuideSum {
    states = Map.copyOf(states);
  }
}
