package signpost.notifier.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages of one site that were found elsewhere, all in one go: they are told of together. */
record MovedTogether(String host, List<LetterEntry> entries) {
  /** From so many on a site is taken for rebuilt. */
  static final int SEVERAL = 3;

  MovedTogether {
    entries = List.copyOf(entries);
  }

  /** Of the entries of one guide. */
  static List<MovedTogether> of(List<LetterEntry> entries) {
    Map<String, List<LetterEntry>> byHost =
        entries.stream()
            .filter(it -> it.finding().isOpen() && it.finding().detail().offer().isPresent())
            .collect(
                Collectors.groupingBy(
                    it -> it.finding().host(), LinkedHashMap::new, Collectors.toList()));
    return byHost.entrySet().stream()
        .filter(it -> it.getValue().size() >= SEVERAL)
        .map(it -> new MovedTogether(it.getKey(), it.getValue()))
        .toList();
  }

  /** As people write a site. */
  String site() {
    return host.replaceFirst("^https?://", "");
  }
}
