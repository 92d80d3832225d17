package signpost.web.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import signpost.catalogue.Guide;
import signpost.catalogue.Placement;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

/**
 * Where a guide's file and its live page disagree. The file wins; its keeper should know.
 *
 * @param onlyOnPage links of the page the file does not have
 * @param onlyInFile placements whose address is not on the page
 * @param found addresses the file lacks, and the page has under the same words
 */
public record GuideDifferences(
    List<ImportedGuide.ImportedPlacement> onlyOnPage,
    List<Placement> onlyInFile,
    List<FoundAddress> found) {
  public GuideDifferences {
    onlyOnPage = List.copyOf(onlyOnPage);
    onlyInFile = List.copyOf(onlyInFile);
    found = List.copyOf(found);
  }

  /** A placement without address, and the address the page gives to the same words. */
  public record FoundAddress(Placement placement, WebUrl url) {}

  /** Compares by identity of the resource, and by the words where there is no address. */
  public static GuideDifferences between(Guide guide, ImportedGuide live) {
    Map<CanonicalUrl, ImportedGuide.ImportedPlacement> onPage = new LinkedHashMap<>();
    Map<String, WebUrl> byWords = new LinkedHashMap<>();
    live.sections().stream()
        .flatMap(section -> section.placements().stream())
        .forEach(it ->
            it.url()
                .ifPresent(url -> {
                  onPage.putIfAbsent(CanonicalUrl.of(url), it);
                  byWords.putIfAbsent(words(it.text()), url);
                }));
    List<Placement> onlyInFile = new ArrayList<>();
    List<FoundAddress> found = new ArrayList<>();
    List<Placement> placements =
        guide.sections().stream().flatMap(it -> it.placements().stream()).toList();
    for (Placement placement : placements) {
      WebUrl url = byWords.get(words(placement.text()));
      if (placement.resource().isPresent()) {
        if (!onPage.containsKey(placement.resource().get())) {
          onlyInFile.add(placement);
        }
      } else if (url != null) {
        found.add(new FoundAddress(placement, url));
      }
    }
    placements.forEach(it -> it.resource().ifPresent(onPage::remove));
    found.forEach(it -> onPage.remove(CanonicalUrl.of(it.url())));
    return new GuideDifferences(List.copyOf(onPage.values()), onlyInFile, found);
  }

  private static String words(String text) {
    return ImportDraft.clean(text).toLowerCase(Locale.ROOT);
  }

  public boolean isEmpty() {
    return onlyOnPage.isEmpty() && onlyInFile.isEmpty() && found.isEmpty();
  }

  /** One sentence for each, for logs and reports. */
  public List<String> sentences() {
    return Stream.of(
            onlyOnPage.stream()
                .map(it -> "Only on the page: '" + it.text() + "' " + address(it) + "."),
            onlyInFile.stream()
                .map(it -> "Only in the file: '" + it.text() + "' " + it.url().orElseThrow() + "."),
            found.stream()
                .map(it ->
                    "The page has the address of '"
                        + it.placement().text()
                        + "': "
                        + it.url()
                        + "."))
        .flatMap(it -> it)
        .toList();
  }

  private static String address(ImportedGuide.ImportedPlacement placement) {
    return placement.url().map(WebUrl::href).orElse("");
  }
}
