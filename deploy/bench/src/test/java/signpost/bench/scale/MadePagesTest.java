package signpost.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.events.Event;
import signpost.events.PageEvent.PageRead;

class MadePagesTest {
  private static final int MANY = 400;

  private static List<PageRead> read(MadePages pages) {
    return IntStream.range(0, MANY)
        .mapToObj(pages::events)
        .flatMap(List::stream)
        .filter(PageRead.class::isInstance)
        .map(PageRead.class::cast)
        .toList();
  }

  @Test
  void theSameSeedMakesTheSamePages() {
    List<Event> once = new MadePages(1, MANY).events(17);
    assertThat(new MadePages(1, MANY).events(17)).isEqualTo(once);
    assertThat(new MadePages(2, MANY).events(17)).isNotEqualTo(once);
  }

  @Test
  void everyPageHasAnAddressOfItsOwn() {
    assertThat(read(new MadePages(1, MANY))).extracting(PageRead::page).doesNotHaveDuplicates();
  }

  @Test
  void fewWordsMakeUpMostOfTheText() {
    Map<String, Integer> counts = new HashMap<>();
    read(new MadePages(1, MANY))
        .forEach(page ->
            List.of(page.text().split("\\W+", -1))
                .forEach(word -> counts.merge(word, 1, Integer::sum)));
    int all = counts.values().stream().mapToInt(it -> it).sum();
    int frequent =
        counts.values().stream().sorted((a, b) -> b - a).limit(100).mapToInt(it -> it).sum();
    assertThat(frequent).isBetween(all * 3 / 10, all * 8 / 10);
    assertThat(counts).hasSizeGreaterThan(5_000);
  }
}
