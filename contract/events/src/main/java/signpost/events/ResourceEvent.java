package signpost.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.url.CanonicalUrl;

/** What the catalogue says. A tombstone takes a resource or a guide away. */
public sealed interface ResourceEvent extends Event {

  @Override
  default String topic() {
    return Topics.RESOURCES;
  }

  /**
   * One resource and everywhere it is placed. {@code ours}: a page of a guide or source marked as
   * the owners' own. {@code owners} are ids; names and addresses never travel.
   */
  record ResourceListed(
      CanonicalUrl resource,
      PlacementStatus status,
      List<PlacementRef> placements,
      List<String> owners,
      Optional<String> nation,
      List<String> labels,
      @JsonProperty(required = true) boolean ours)
      implements ResourceEvent {
    public ResourceListed {
      Objects.requireNonNull(resource, "resource");
      Objects.requireNonNull(status, "status");
      placements = List.copyOf(placements);
      owners = List.copyOf(owners);
      Objects.requireNonNull(nation, "nation");
      labels = List.copyOf(labels);
    }

    @Override
    public String key() {
      return resource.value();
    }
  }

  /**
   * A guide as its owner wrote it: sections in order, placements with and without an address, and
   * what its curators pinned, which events of earlier versions leave out.
   */
  record GuideListed(
      String guide,
      String title,
      Optional<CanonicalUrl> page,
      @JsonProperty(required = true) boolean ours,
      List<String> owners,
      List<GuideSection> sections,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<PinnedPages> pins)
      implements ResourceEvent {
    /** A guide that pins nothing. */
    public GuideListed(
        String guide,
        String title,
        Optional<CanonicalUrl> page,
        boolean ours,
        List<String> owners,
        List<GuideSection> sections) {
      this(guide, title, page, ours, owners, sections, List.of());
    }

    public GuideListed {
      Objects.requireNonNull(guide, "guide");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(page, "page");
      owners = List.copyOf(owners);
      sections = List.copyOf(sections);
      pins = List.copyOf(pins);
    }

    /**
     * {@code guide:<id>}: a guide's own page may itself be a resource, so its URL is not the key.
     */
    @Override
    public String key() {
      return keyOf(guide);
    }

    /** The record key of the guide with this id. */
    public static String keyOf(String guide) {
      return "guide:" + guide;
    }
  }

  /** Pages that are to come first, in this order, when somebody asks this question. */
  record PinnedPages(String question, List<CanonicalUrl> pages) {
    public PinnedPages {
      Objects.requireNonNull(question, "question");
      pages = List.copyOf(pages);
    }
  }

  /** A heading of a guide and what stands under it. */
  record GuideSection(String title, List<GuidePlacement> placements) {
    public GuideSection {
      Objects.requireNonNull(title, "title");
      placements = List.copyOf(placements);
    }
  }

  /**
   * One line of a guide. Without {@code resource} its address is unknown; {@code owners} are those
   * named for it alone; {@code question} is what its owner should say of the address.
   */
  record GuidePlacement(
      String text,
      Optional<CanonicalUrl> resource,
      PlacementStatus status,
      Optional<String> nation,
      List<String> labels,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> owners,
      Optional<AddressQuestion> question) {
    /** A line that is nobody's but the guide's owners'. */
    public GuidePlacement(
        String text,
        Optional<CanonicalUrl> resource,
        PlacementStatus status,
        Optional<String> nation,
        List<String> labels) {
      this(text, resource, status, nation, labels, List.of(), Optional.empty());
    }

    public GuidePlacement {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(resource, "resource");
      Objects.requireNonNull(status, "status");
      Objects.requireNonNull(nation, "nation");
      labels = List.copyOf(labels);
      owners = List.copyOf(owners);
      Objects.requireNonNull(question, "question");
    }
  }
}
