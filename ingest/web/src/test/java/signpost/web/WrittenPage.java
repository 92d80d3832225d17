package signpost.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import signpost.url.WebUrl;
import signpost.web.extract.MediaKind;
import signpost.web.extract.Notice;
import signpost.web.extract.Outlink;
import signpost.web.extract.ReadablePage;
import signpost.web.extract.TextBlock;
import signpost.web.extract.Translation;
import signpost.web.extract.UnreadLines;

/**
 * A readable page that a test writes down: in English, unless it is told otherwise.
 *
 * @param language as the page states it; empty where it states none
 * @param unread what is shown beside its content, and places of links
 */
public record WrittenPage(
    String title,
    String language,
    List<TextBlock> blocks,
    List<Outlink> links,
    List<Notice> notices,
    List<Translation> translations,
    MediaKind media,
    int pages,
    List<String> unread) {

  /** A line that begins with {@code #} is a heading, with {@code ##} one below it. */
  public static WrittenPage saying(String... lines) {
    return new WrittenPage(
        "A guide",
        "en",
        blocks(lines),
        List.of(),
        List.of(),
        List.of(),
        MediaKind.HTML,
        1,
        List.of());
  }

  private static List<TextBlock> blocks(String... lines) {
    return Arrays.stream(lines)
        .map(line ->
            line.startsWith("#")
                ? heading(line, line.replaceFirst("^#+", "").strip())
                : new TextBlock(TextBlock.BlockKind.PARAGRAPH, 0, line))
        .toList();
  }

  /** Under the page's own title, which has level 1. */
  private static TextBlock heading(String line, String words) {
    int level = 1 + line.indexOf(line.replaceFirst("^#+", ""));
    return new TextBlock(TextBlock.BlockKind.HEADING, level, words);
  }

  /** With rows behind what it says. */
  public WrittenPage table(String... rows) {
    List<TextBlock> all = new ArrayList<>(blocks);
    Arrays.stream(rows)
        .map(row -> new TextBlock(TextBlock.BlockKind.ROW, 0, row))
        .forEach(all::add);
    return new WrittenPage(
        title, language, all, links, notices, translations, media, pages, unread);
  }

  public WrittenPage titled(String other) {
    return new WrittenPage(
        other, language, blocks, links, notices, translations, media, pages, unread);
  }

  /** Empty: it does not say in which. */
  public WrittenPage in(String other) {
    return new WrittenPage(
        title, other, blocks, links, notices, translations, media, pages, unread);
  }

  public WrittenPage linking(String text, String url) {
    return linking(text, url, "");
  }

  public WrittenPage linking(String text, String url, String heading) {
    List<Outlink> all = new ArrayList<>(links);
    all.add(new Outlink(WebUrl.of(url), text, heading, Optional.empty()));
    return new WrittenPage(
        title, language, blocks, all, notices, translations, media, pages, unread);
  }

  public WrittenPage noticing(Notice.NoticeKind kind, String text) {
    return noticing(List.of(new Notice(kind, text, Optional.empty())));
  }

  public WrittenPage noticing(List<Notice> all) {
    return new WrittenPage(title, language, blocks, links, all, translations, media, pages, unread);
  }

  public WrittenPage translated(String to, WebUrl url) {
    List<Translation> all = List.of(new Translation(to, url));
    return new WrittenPage(title, language, blocks, links, notices, all, media, pages, unread);
  }

  public WrittenPage document(int count) {
    return new WrittenPage(
        title, language, blocks, links, notices, translations, MediaKind.PDF, count, unread);
  }

  public WrittenPage leaving(String... others) {
    return new WrittenPage(
        title, language, blocks, links, notices, translations, media, pages, List.of(others));
  }

  public ReadablePage page() {
    Optional<String> stated = Optional.of(language).filter(tag -> !tag.isEmpty());
    return new ReadablePage(
        title,
        "",
        stated,
        blocks,
        links,
        notices,
        List.of(),
        translations,
        media,
        pages,
        UnreadLines.of(unread));
  }
}
