package signpost.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.url.CanonicalUrl;

/**
 * A part of all that is placed: {@code guide:snap}, {@code section:Toolkits}, {@code
 * resource:https://…}, {@code host:www.gov.uk}, {@code publisher:gov.scot} (with every host under
 * it) or {@code tag:role:midwife}.
 */
public record PlacementScope(ScopeKind kind, String value) {
  /** What a part is named by. */
  public enum ScopeKind {
    GUIDE,
    SECTION,
    RESOURCE,
    PUBLISHER,
    HOST,
    TAG
  }

  /** What is meant by {@code kind:value}; nothing when it is no scope. */
  public static Optional<PlacementScope> parse(String words) {
    int colon = words.indexOf(':');
    if (colon < 0 || colon == words.length() - 1) {
      return Optional.empty();
    }
    String value = words.substring(colon + 1).strip();
    return Arrays.stream(ScopeKind.values())
        .filter(kind -> name(kind).equals(words.substring(0, colon).strip()))
        .findFirst()
        .filter(_ -> !value.isEmpty() && value.length() <= 1_000)
        .filter(_ -> value.chars().noneMatch(Character::isISOControl))
        .map(kind -> new PlacementScope(kind, value));
  }

  /** The names of all kinds, for messages. */
  public static List<String> kinds() {
    return Arrays.stream(ScopeKind.values()).map(PlacementScope::name).toList();
  }

  /** Whether one line of a guide is part of it. */
  public boolean holds(GuideListed guide, GuideSection section, GuidePlacement line) {
    return switch (kind) {
      case GUIDE -> guide.guide().equals(value);
      case SECTION -> section.title().strip().equalsIgnoreCase(value);
      case RESOURCE -> line.resource().filter(this::isMeant).isPresent();
      case PUBLISHER ->
          host(line).filter(it -> it.equals(lower()) || it.endsWith("." + lower())).isPresent();
      case HOST -> host(line).filter(lower()::equals).isPresent();
      case TAG -> line.labels().stream().anyMatch(value::equalsIgnoreCase);
    };
  }

  private boolean isMeant(CanonicalUrl url) {
    return CanonicalUrl.parse(value).filter(url::equals).isPresent();
  }

  private static Optional<String> host(GuidePlacement line) {
    return line.resource().map(CanonicalUrl::value).map(PlacementScope::host);
  }

  private static String host(String url) {
    List<String> parts = List.of(url.split("[/:?#]+", 3));
    return parts.size() < 2 ? "" : parts.get(1);
  }

  private String lower() {
    return value.toLowerCase(Locale.ROOT);
  }

  private static String name(ScopeKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name(kind) + ":" + value;
  }
}
