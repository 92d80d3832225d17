package signpost.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

/** What a catalogue lists, as events say it: resources by identity, guides by id. */
public record CatalogueListings(
    SequencedMap<CanonicalUrl, Resource> resources, SequencedMap<String, GuideListed> guides) {
  /** Nothing listed. */
  public static final CatalogueListings NONE =
      new CatalogueListings(new LinkedHashMap<>(), new LinkedHashMap<>());

  public CatalogueListings {
    resources = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(resources));
    guides = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(guides));
  }

  static CatalogueListings of(Catalogue catalogue) {
    var merges = new LinkedHashMap<CanonicalUrl, PlacementMerge>();
    var guides = new LinkedHashMap<String, GuideListed>();
    for (Guide guide : catalogue.guides()) {
      guides.put(guide.id(), listed(guide));
      ownPage(guide, merges);
      placements(guide, merges);
    }
    for (Source source : catalogue.sources()) {
      if (source.ours()) {
        merge(merges, source.start()).ours(source.owners());
      }
    }
    var resources = new LinkedHashMap<CanonicalUrl, Resource>();
    merges.forEach((url, merge) -> resources.put(url, merge.resource()));
    return new CatalogueListings(resources, guides);
  }

  private static void ownPage(Guide guide, SequencedMap<CanonicalUrl, PlacementMerge> merges) {
    if (guide.ours() && guide.url().isPresent()) {
      merge(merges, guide.url().get()).ours(guide.owners());
    }
  }

  private static void placements(Guide guide, SequencedMap<CanonicalUrl, PlacementMerge> merges) {
    int position = 0;
    for (Section section : guide.sections()) {
      for (Placement placement : section.placements()) {
        position++;
        if (placement.resource().isPresent()) {
          merge(merges, placement.url().get()).place(guide, section, placement, position);
        }
      }
    }
  }

  private static PlacementMerge merge(
      SequencedMap<CanonicalUrl, PlacementMerge> merges, WebUrl url) {
    return merges.computeIfAbsent(CanonicalUrl.of(url), it -> new PlacementMerge(it, url));
  }

  private static GuideListed listed(Guide guide) {
    List<GuideSection> sections = new ArrayList<>();
    for (Section section : guide.sections()) {
      sections.add(
          new GuideSection(
              section.title(),
              section.placements().stream().map(CatalogueListings::listed).toList()));
    }
    Optional<CanonicalUrl> page = guide.url().map(CanonicalUrl::of);
    return new GuideListed(
        guide.id(), guide.title(), page, guide.ours(), guide.owners(), sections, guide.pins());
  }

  private static GuidePlacement listed(Placement placement) {
    PlacementStatus status = placement.status();
    return new GuidePlacement(
        placement.text(),
        placement.resource(),
        status,
        placement.nation(),
        placement.labels(),
        placement.owners(),
        placement.question());
  }
}
