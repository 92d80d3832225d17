package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import signpost.catalogue.Owner;
import signpost.catalogue.Preferences;
import signpost.events.FindingEvent.FindingKind;
import signpost.notifier.delivery.WebhookEndpoint;
import signpost.notifier.desk.AnswerSheet;
import signpost.notifier.desk.DeskReply;
import signpost.notifier.desk.OwnerPage;
import signpost.notifier.store.WireName;

/** Somebody's own page; everything but the outcome is empty where the link is not good. */
@Serdeable
record OwnLine(
    String outcome,
    String words,
    String name,
    boolean subscriber,
    boolean mail,
    Map<String, String> byKind,
    List<String> away,
    Optional<String> webhook,
    Optional<String> webhookState,
    boolean feed,
    List<SearchLine> searches,
    List<ItemLine> open) {

  /** A search that is followed. */
  @Serdeable
  record SearchLine(String search, String token) {}

  static OwnLine of(OwnerPage.OwnerState state, AnswerSheet sheet) {
    Owner owner = state.owner();
    return new OwnLine(
        "done",
        "",
        owner.name().isEmpty() ? owner.email() : owner.name(),
        state.subscriber(),
        owner.preferences().mail(),
        wishes(owner),
        owner.away().stream().map(Object::toString).toList(),
        state.webhook().map(WebhookEndpoint::url),
        state.webhook().map(it -> WireName.of(it.state())),
        state.feed().isPresent(),
        state.searches().stream().map(it -> new SearchLine(it.search(), it.token())).toList(),
        state.open().stream()
            .map(item -> ItemLine.of(item, sheet.token(owner.id(), item, state.endsAt())))
            .toList());
  }

  private static Map<String, String> wishes(Owner owner) {
    Map<String, String> wishes = new TreeMap<>();
    for (FindingKind kind : FindingKind.values()) {
      wishes.put(
          WireName.of(kind),
          Optional.ofNullable(owner.preferences().byKind().get(kind))
              .or(() -> Preferences.usual(kind))
              .map(WireName::of)
              .orElse(WishLine.USUAL));
    }
    return wishes;
  }

  static OwnLine refused(DeskReply reply) {
    return new OwnLine(
        WireName.of(reply.outcome()),
        reply.words(),
        "",
        false,
        false,
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(),
        List.of());
  }
}
