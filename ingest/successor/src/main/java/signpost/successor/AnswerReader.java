package signpost.successor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import signpost.successor.SearchAnswer.NoAnswer;
import signpost.successor.SearchAnswer.PageAnswer;
import signpost.successor.SearchAnswer.RecordAnswer;
import signpost.successor.SearchRequest.SearchStep;
import signpost.url.WebUrl;
import signpost.web.extract.GovUkContent;
import signpost.web.extract.MediaKind;
import signpost.web.extract.Notice;
import signpost.web.extract.Outlink;
import signpost.web.extract.PageReader;
import signpost.web.extract.PublisherWord;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.LinkHeader;

/** Makes of a visit what the search goes by. Opens nothing. */
final class AnswerReader {
  /** On a page that says that something is gone, so few links are about what took its place. */
  private static final int FEW = 2;

  private static final int MOST_LINKS = 5_000;

  /** {@code successor-version} and {@code latest-version} are of RFC 5829. */
  private static final Set<String> SUCCESSOR =
      Set.of("successor-version", "latest-version", "canonical");

  private final PageReader reader;

  AnswerReader(PageReader reader) {
    this.reader = reader;
  }

  SearchAnswer read(SearchRequest request, FetchOutcome outcome) {
    if (!(outcome instanceof Answered answer)) {
      return new NoAnswer();
    }
    boolean well = answer.status() == 200;
    return switch (request.step()) {
      case RECORD, HOLDER -> record(request.url(), answer);
      case OLD_ADDRESS -> page(request, answer);
      case SITEMAP -> well ? SitemapReader.read(answer) : new NoAnswer();
      case LISTING, CANDIDATE -> well ? page(request, answer) : new NoAnswer();
    };
  }

  private SearchAnswer record(WebUrl page, Answered answer) {
    String publisher = reader.ruleFor(page).publisher();
    return GovUkContent.in(answer, page)
        .<SearchAnswer>map(it ->
            new RecordAnswer(
                it.word().flatMap(word -> named(word, publisher)),
                it.publication(),
                it.documents().stream()
                    .map(held -> new ListedAddress(held.url(), held.title()))
                    .toList()))
        .orElseGet(NoAnswer::new);
  }

  private static Optional<ListedAddress> named(PublisherWord word, String publisher) {
    String how =
        switch (word.kind()) {
          case MOVED -> " says that it moved there";
          case REMOVED, WITHDRAWN -> " names it in place of the old one";
        };
    return word.to().flatMap(WebUrl::parse).map(to -> new ListedAddress(to, publisher + how));
  }

  private SearchAnswer page(SearchRequest request, Answered answer) {
    ReadOutcome read = reader.read(answer);
    return switch (read) {
      case ReadOutcome.Read(ReadablePage page) -> answered(request, answer, page);
      case ReadOutcome.Doubtful(ReadablePage page, String _) -> answered(request, answer, page);
      case ReadOutcome.Unreadable _ -> new NoAnswer();
    };
  }

  private static SearchAnswer answered(SearchRequest request, Answered answer, ReadablePage page) {
    boolean told = request.step() == SearchStep.OLD_ADDRESS;
    return new PageAnswer(
        answer.finalUrl(),
        answer.status() == 200,
        page,
        page.media() == MediaKind.HTML ? links(answer) : List.of(),
        told ? stated(request.url(), answer, page) : List.of());
  }

  private static List<WebUrl> stated(WebUrl old, Answered answer, ReadablePage page) {
    List<WebUrl> stated = new ArrayList<>(LinkHeader.of(answer, SUCCESSOR));
    page.notices().stream().map(Notice::replacement).flatMap(Optional::stream).forEach(stated::add);
    List<WebUrl> links =
        page.outlinks().stream().map(Outlink::url).filter(WebUrl::web).distinct().toList();
    if (answer.status() != 200 && links.size() <= FEW) {
      stated.addAll(links);
    }
    if (answer.status() == 200 && !answer.finalUrl().equals(old)) {
      stated.add(answer.finalUrl());
    }
    return stated.stream().filter(it -> !it.equals(old)).distinct().toList();
  }

  /** All links of a page with their words: navigation names what else there is. */
  private static List<ListedAddress> links(Answered answer) {
    try {
      Document document = Jsoup.parse(answer.body().stream(), null, answer.finalUrl().href());
      return document.select("a[href]").stream()
          .limit(MOST_LINKS)
          .flatMap(a ->
              Stream.of(a.absUrl("href"))
                  .flatMap(it -> WebUrl.parse(it).stream())
                  .map(it -> new ListedAddress(it, a.text())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
