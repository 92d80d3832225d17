package signpost.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.events.ResourceEvent.PinnedPages;
import signpost.url.WebUrl;

/**
 * A curated page that signposts to resources. {@code ours}: its own page belongs to its owners, who
 * are told what is wrong with it too.
 */
public record Guide(
    String id,
    String title,
    Optional<WebUrl> url,
    boolean ours,
    ReadingSchedule schedule,
    List<String> owners,
    List<Section> sections,
    List<PinnedPages> pins) {
  public Guide {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(schedule, "schedule");
    owners = List.copyOf(owners);
    sections = List.copyOf(sections);
    pins = List.copyOf(pins);
    if (url.isEmpty() && sections.isEmpty()) {
      throw new IllegalArgumentException("Guide " + id + " has neither a URL nor sections");
    }
  }

  /** Given by its URL alone: the links of its live page are its resources. */
  public boolean followsLivePage() {
    return sections.isEmpty();
  }

  /** The lines of these words under this heading. */
  public Stream<Placement> at(String section, String text) {
    return sections.stream()
        .filter(it -> it.title().equals(section))
        .flatMap(it -> it.placements().stream())
        .filter(it -> it.text().equals(text));
  }

  /** This guide with what its live page says, whose title counts where no file gave one. */
  public Guide following(String liveTitle, List<Section> live) {
    boolean named = title.isEmpty() || url.filter(it -> it.href().equals(title)).isPresent();
    return new Guide(id, named ? liveTitle : title, url, ours, schedule, owners, live, pins);
  }
}
