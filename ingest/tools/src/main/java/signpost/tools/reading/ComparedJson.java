package signpost.tools.reading;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.Segment;
import signpost.revision.compare.ComparablePage.TextLink;
import signpost.revision.compare.LinkChanges;
import signpost.web.extract.ReadablePage;

/** A comparison as one JSON object. */
public final class ComparedJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ComparedJson() {}

  /**
   * {@code text} is the whole of both texts: equal and delete in order are the old one, equal and
   * insert the new one, as they stand in {@code textBefore} and {@code textAfter}.
   */
  public static String of(ComparedPages compared) {
    ObjectNode line = JSON.createObjectNode();
    side(line.putObject("before"), compared.before());
    side(line.putObject("after"), compared.after());
    var change = compared.diff().change();
    line.put("same", change.isEmpty());
    ArrayNode kinds = line.putArray("kinds");
    change.ifPresent(it -> it.kinds().forEach(kind -> kinds.add(ConstantNames.of(kind))));
    line.put("importance", change.map(it -> it.importance()).orElse(0.0));
    line.put("sentence", change.map(it -> it.sentence()).orElse(ComparedText.SAME));
    line.put("partial", compared.diff().partial());
    line.putObject("title")
        .put("before", compared.before().page().title())
        .put("after", compared.after().page().title());
    ArrayNode hunks = line.putArray("hunks");
    change.ifPresent(it -> it.hunks().forEach(hunk -> hunk(hunks.addObject(), hunk)));
    links(line.putObject("links"), compared.diff().links());
    segments(line.putArray("text"), compared.diff().text());
    line.put("textBefore", compared.before().page().text());
    line.put("textAfter", compared.after().page().text());
    return ExtractedText.written(line);
  }

  /** Where one side, or both, could not be read: which, and why. */
  public static String unread(ExtractedInput before, ExtractedInput after) {
    ObjectNode line = JSON.createObjectNode();
    either(line.putObject("before"), before);
    either(line.putObject("after"), after);
    return ExtractedText.written(line);
  }

  private static void either(ObjectNode node, ExtractedInput side) {
    switch (side) {
      case ExtractedInput.ExtractedPage page -> side(node, page);
      case ExtractedInput.UnreadableInput(String input, String reason, String detail) ->
          node.put("input", input)
              .put("outcome", "unreadable")
              .put("reason", reason)
              .put("detail", detail);
    }
  }

  private static void side(ObjectNode node, ExtractedInput.ExtractedPage side) {
    ReadablePage page = side.page();
    node.put("input", side.input()).put("url", side.url().href()).put("title", page.title());
    node.put("media", ConstantNames.of(page.media())).put("pages", page.pages());
    ArrayNode notices = node.putArray("notices");
    page.notices().forEach(notice -> notices.add(ConstantNames.of(notice.kind())));
    side.doubt().ifPresent(doubt -> node.put("doubt", doubt));
  }

  private static void hunk(ObjectNode node, Hunk hunk) {
    node.put("kind", ConstantNames.of(hunk.kind())).put("heading", hunk.heading());
    segments(node.putArray("segments"), hunk.segments());
  }

  private static void segments(ArrayNode array, List<Segment> segments) {
    segments.forEach(segment ->
        array
            .addObject()
            .put("kind", ConstantNames.of(segment.kind()))
            .put("text", segment.text()));
  }

  private static void links(ObjectNode node, LinkChanges links) {
    ArrayNode added = node.putArray("added");
    links.added().forEach(link -> link(added.addObject(), link));
    ArrayNode removed = node.putArray("removed");
    links.removed().forEach(link -> link(removed.addObject(), link));
    ArrayNode retargeted = node.putArray("retargeted");
    links
        .retargeted()
        .forEach(it ->
            link(retargeted.addObject(), it.after())
                .put("before", it.before().url())
                .put("after", it.after().url()));
  }

  private static ObjectNode link(ObjectNode node, TextLink link) {
    return node.put("text", link.text()).put("url", link.url()).put("heading", link.heading());
  }
}
