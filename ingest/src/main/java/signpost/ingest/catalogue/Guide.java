package signpost.ingest.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.events.PlacementStatus;
import signpost.events.WebUrl;

/**
 * A curated page that signposts to resources. {@code ours}: its own page belongs to its owners, who
 * are told what is wrong with it too.
 */
public record Guide(
    String id,
    String title,
    Optional<WebUrl> url,
    boolean ours,
    Schedule schedule,
    List<String> owners,
    List<Section> sections) {
  public Guide {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(schedule, "schedule");
    owners = List.copyOf(owners);
    sections = List.copyOf(sections);
    if (url.isEmpty() && sections.isEmpty()) {
      throw new IllegalArgumentException("Guide " + id + " has neither a URL nor sections");
    }
  }

  /** Given by its URL alone: the links of its live page are its resources. */
  public boolean followsLivePage() {
    return sections.isEmpty();
  }

  /** This guide with what its live page says, every link active. */
  public Guide following(ImportedGuide live) {
    boolean named = title.isEmpty() || url.filter(it -> it.href().equals(title)).isPresent();
    List<Section> found = live.sections().stream().map(Guide::active).toList();
    return new Guide(id, named ? live.title() : title, url, ours, schedule, owners, found);
  }

  private static Section active(ImportedGuide.Section section) {
    return new Section(
        section.title(),
        section.placements().stream()
            .map(it ->
                new Placement(
                    it.text(),
                    it.url(),
                    PlacementStatus.ACTIVE,
                    Optional.empty(),
                    List.of(),
                    List.of()))
            .toList());
  }
}
