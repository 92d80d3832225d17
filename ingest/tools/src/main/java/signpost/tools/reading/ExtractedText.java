package signpost.tools.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.stream.Collectors;
import signpost.url.WebUrl;
import signpost.web.extract.Notice;
import signpost.web.extract.Outlink;
import signpost.web.extract.ReadablePage;
import signpost.web.extract.TextBlock;
import signpost.web.extract.Translation;

/** A page that was read, for programs or for people. */
public final class ExtractedText {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ExtractedText() {}

  /** One JSON object on one line. */
  public static String json(ExtractedInput extracted) {
    return written(object(extracted));
  }

  /** The same, with why which lines are read. */
  public static String explainedJson(ExtractedInput extracted) {
    ObjectNode line = object(extracted);
    if (extracted instanceof ExtractedInput.ExtractedPage it) {
      it.explained().ifPresent(explained -> ExplainedText.into(line, explained));
    }
    return written(line);
  }

  private static ObjectNode object(ExtractedInput extracted) {
    ObjectNode line = JSON.createObjectNode().put("input", extracted.input());
    switch (extracted) {
      case ExtractedInput.ExtractedPage it -> {
        line.put("url", it.url().href()).put("outcome", it.doubt().isEmpty() ? "read" : "doubtful");
        it.doubt().ifPresent(doubt -> line.put("detail", doubt));
        it.explained().ifPresent(why -> line.put("kind", ConstantNames.of(why.kind())));
        page(line, it.page());
      }
      case ExtractedInput.UnreadableInput it ->
          line.put("outcome", "unreadable").put("reason", it.reason()).put("detail", it.detail());
    }
    return line;
  }

  private static void page(ObjectNode line, ReadablePage page) {
    line.put("title", page.title())
        .put("lead", page.lead())
        .put("language", page.language().orElse(null))
        .put("media", ConstantNames.of(page.media()))
        .put("pages", page.pages());
    ArrayNode dates = line.putArray("dates");
    page.dates().stream().map(LocalDate::toString).forEach(dates::add);
    ArrayNode translations = line.putArray("translations");
    for (Translation other : page.translations()) {
      translations.addObject().put("language", other.language()).put("url", other.url().href());
    }
    ArrayNode notices = line.putArray("notices");
    for (Notice notice : page.notices()) {
      notices
          .addObject()
          .put("kind", ConstantNames.of(notice.kind()))
          .put("text", notice.text())
          .put("replacement", notice.replacement().map(WebUrl::href).orElse(null));
    }
    ArrayNode blocks = line.putArray("blocks");
    for (TextBlock block : page.blocks()) {
      blocks
          .addObject()
          .put("kind", ConstantNames.of(block.kind()))
          .put("level", block.level())
          .put("text", block.text());
    }
    ArrayNode links = line.putArray("links");
    for (Outlink link : page.outlinks()) {
      links
          .addObject()
          .put("url", link.url().href())
          .put("text", link.text())
          .put("heading", link.heading());
    }
    line.put("text", page.text());
  }

  static String written(ObjectNode line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A result cannot be written", e);
    }
  }

  /** For people: what stands on the page, then its links. */
  public static String text(ExtractedInput extracted) {
    return plain(
        switch (extracted) {
          case ExtractedInput.ExtractedPage it -> text(it);
          case ExtractedInput.UnreadableInput it ->
              it.input() + ": not read (" + it.reason() + "): " + it.detail() + "\n";
        });
  }

  /** For people: each line of the page, whether it is read, and why. */
  public static String explained(ExtractedInput extracted) {
    return extracted instanceof ExtractedInput.ExtractedPage it && it.explained().isPresent()
        ? plain(ExplainedText.of(it.page().title(), it.url(), it.explained().get()))
        : text(extracted);
  }

  /** Nothing that a terminal would obey. */
  static String plain(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\\t\\n]]", " ");
  }

  private static String text(ExtractedInput.ExtractedPage it) {
    ReadablePage page = it.page();
    StringBuilder text = new StringBuilder();
    text.append(page.title().isEmpty() ? "(no title)" : page.title()).append('\n');
    text.append(it.url().href()).append(page.language().map(tag -> " · " + tag).orElse(""));
    text.append(page.pages() > 1 ? " · " + page.pages() + " pages" : "").append('\n');
    it.doubt().ifPresent(doubt -> text.append("In doubt: ").append(doubt).append('\n'));
    if (!page.lead().isEmpty()) {
      text.append("Lead: ").append(page.lead()).append('\n');
    }
    for (Translation other : page.translations()) {
      text.append("Also in ").append(other.language()).append(": ");
      text.append(other.url().href()).append('\n');
    }
    for (Notice notice : page.notices()) {
      text.append("Notice, ")
          .append(ConstantNames.of(notice.kind()))
          .append(": ")
          .append(notice.text());
      notice.replacement().ifPresent(url -> text.append(" → ").append(url.href()));
      text.append('\n');
    }
    text.append('\n').append(blocks(page));
    if (!page.outlinks().isEmpty()) {
      text.append("\nLinks\n");
      page.outlinks().forEach(link -> text.append(line(link)));
    }
    return text.toString();
  }

  private static String blocks(ReadablePage page) {
    return page.blocks().stream().map(ExtractedText::line).collect(Collectors.joining());
  }

  private static String line(TextBlock block) {
    return switch (block.kind()) {
      case HEADING -> "\n" + "#".repeat(Math.max(1, block.level())) + " " + block.text() + "\n\n";
      case PARAGRAPH -> block.text() + "\n";
      case ITEM -> "  ".repeat(Math.max(0, block.level() - 1)) + "- " + block.text() + "\n";
      case ROW -> "| " + block.text().replace("\t", " | ") + " |\n";
    };
  }

  private static String line(Outlink link) {
    return "- "
        + (link.text().isEmpty() ? "(no words)" : link.text())
        + " → "
        + link.url().href()
        + "\n";
  }
}
