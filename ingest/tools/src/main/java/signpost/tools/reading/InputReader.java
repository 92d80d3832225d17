package signpost.tools.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import signpost.url.WebUrl;
import signpost.web.browser.BrowserOutcome;
import signpost.web.browser.RenderedReading;
import signpost.web.extract.MediaKind;
import signpost.web.extract.PageExplanation;
import signpost.web.extract.PageReader;
import signpost.web.extract.ReadOutcome;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.FetchTrouble;
import signpost.web.fetch.Fetcher;

/**
 * Reads what somebody names: URLs, files, folders, the standard input.
 *
 * @param contentType taken for every input, whatever a server says
 * @param url where files and the standard input came from
 * @param browser reads fetched pages that need one
 * @param explaining whether it is asked for why which lines of a page are read
 */
public record InputReader(
    PageReader reader,
    Fetcher fetcher,
    Optional<String> contentType,
    Optional<WebUrl> url,
    Optional<Function<FetchOutcome.Answered, BrowserOutcome>> browser,
    InputStream standardInput,
    boolean explaining) {
  private static final long LARGEST = 50L << 20;
  private static final Set<String> PAGES = Set.of("html", "htm", "xhtml", "txt", "md");

  /** The same, but that why which lines are read is said too. */
  InputReader explained() {
    return new InputReader(reader, fetcher, contentType, url, browser, standardInput, true);
  }

  /** One result for each page that is meant, in order: a folder means the pages in it. */
  public Stream<ExtractedInput> read(String what) {
    if (what.equals("-")) {
      return typed();
    }
    Optional<WebUrl> web = WebUrl.parse(what.strip()).filter(WebUrl::web);
    if (web.isPresent()) {
      return Stream.of(fetched(what, web.get()));
    }
    try {
      Path path = Path.of(what);
      return Files.isDirectory(path) ? folder(path) : Stream.of(file(what, path));
    } catch (InvalidPathException e) {
      return Stream.of(missing(what));
    }
  }

  private Stream<ExtractedInput> folder(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> pages = files.filter(InputReader::isPage).sorted().toList();
      return pages.isEmpty()
          ? Stream.of(
              new ExtractedInput.UnreadableInput(
                  folder.toString(), "empty", "no HTML, documents or text files in this folder"))
          : pages.stream().map(page -> file(page.toString(), page));
    } catch (IOException | UncheckedIOException e) {
      return Stream.of(new ExtractedInput.UnreadableInput(folder.toString(), "missing", said(e)));
    }
  }

  private static boolean isPage(Path file) {
    String ending = ending(file.toString());
    return Files.isRegularFile(file)
        && (PAGES.contains(ending) || MediaKind.documentEndings().contains(ending));
  }

  private ExtractedInput file(String name, Path file) {
    if (!Files.isRegularFile(file)) {
      return missing(name);
    }
    try {
      return Files.size(file) > LARGEST
          ? new ExtractedInput.UnreadableInput(name, "too-big", "larger than 50 MiB")
          : saved(name, Files.readAllBytes(file));
    } catch (IOException e) {
      return new ExtractedInput.UnreadableInput(name, "missing", said(e));
    }
  }

  private static ExtractedInput missing(String name) {
    return new ExtractedInput.UnreadableInput(
        name, "missing", "no such file; a page's address begins with https:// or http://");
  }

  /** A page, or a list of what to read, one a line. */
  private Stream<ExtractedInput> typed() {
    try {
      byte[] bytes = standardInput.readAllBytes();
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      Predicate<String> named = line -> line.isBlank() || isNamed(line.strip());
      return lines.stream().anyMatch(line -> !line.isBlank()) && lines.stream().allMatch(named)
          ? lines.stream().filter(line -> !line.isBlank()).flatMap(line -> read(line.strip()))
          : Stream.of(saved("-", bytes));
    } catch (IOException e) {
      return Stream.of(new ExtractedInput.UnreadableInput("-", "missing", said(e)));
    }
  }

  private static boolean isNamed(String line) {
    if (line.indexOf('<') >= 0 || line.indexOf(' ') >= 0 || line.indexOf('\0') >= 0) {
      return false;
    }
    return WebUrl.parse(line).filter(WebUrl::web).isPresent()
        || (!line.equals("-") && line.length() < 1_000 && Files.exists(Path.of(line)));
  }

  private ExtractedInput saved(String name, byte[] bytes) {
    WebUrl from = url.orElseGet(() -> SavedPage.address(bytes));
    Optional<String> type = contentType.or(() -> label(name));
    return ExtractedInput.of(
        name, from, reader.read(bytes, type, from), explanation(bytes, type, from));
  }

  /** A file's name says what a server's label would. */
  private static Optional<String> label(String name) {
    return MediaKind.documentLabel(name)
        .or(() ->
            Optional.ofNullable(
                switch (ending(name)) {
                  case "html", "htm" -> "text/html";
                  case "xhtml" -> "application/xhtml+xml";
                  case "txt", "md" -> "text/plain";
                  default -> null;
                }));
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private ExtractedInput fetched(String name, WebUrl url) {
    FetchOutcome outcome = fetcher.fetch(FetchRequest.of(url));
    return outcome instanceof FetchOutcome.Answered answer
        ? answered(name, answer)
        : unfetched(name, FetchTrouble.inWords(outcome));
  }

  private ExtractedInput answered(String name, FetchOutcome.Answered answer) {
    if (answer.status() != 200) {
      return unfetched(name, "it answered " + answer.status());
    }
    WebUrl from = answer.finalUrl();
    ReadOutcome read =
        contentType.isEmpty()
            ? reader.read(answer)
            : reader.read(answer.body().bytes(), contentType, from);
    return ExtractedInput.of(
        name,
        from,
        RenderedReading.isNeeded(read) ? rendered(answer, read) : read,
        explanation(
            answer.body().bytes(),
            contentType.or(() -> answer.headers().first("content-type")),
            from));
  }

  private ReadOutcome rendered(FetchOutcome.Answered answer, ReadOutcome need) {
    return browser
        .map(it -> RenderedReading.of(reader, need, it.apply(answer)))
        .orElseGet(() -> RenderedReading.without(need, "--browser reads it through Chromium"));
  }

  private Optional<PageExplanation> explanation(byte[] bytes, Optional<String> type, WebUrl from) {
    return explaining ? reader.explain(bytes, type, from) : Optional.empty();
  }

  private static ExtractedInput unfetched(String name, String detail) {
    return new ExtractedInput.UnreadableInput(name, "not-fetched", detail);
  }

  private static String said(Exception e) {
    return "it cannot be read (" + e.getMessage() + ")";
  }
}
