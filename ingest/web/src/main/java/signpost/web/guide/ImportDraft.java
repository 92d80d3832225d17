package signpost.web.guide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import signpost.url.AddressLength;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

/** A guide being imported: headings open sections, links fill them, repeats are merged. */
final class ImportDraft {
  private static final int LONGEST = 300;
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  private final Optional<WebUrl> base;
  private final List<ImportedGuide.ImportedSection> sections = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<CanonicalUrl> seen = new HashSet<>();
  private final List<ImportedGuide.ImportedPlacement> open = new ArrayList<>();
  private final Set<String> titles = new HashSet<>();
  private String title = "";
  private String heading = "";
  private int addresses;
  private int repeats;

  ImportDraft(Optional<WebUrl> base) {
    this.base = base;
  }

  /** The first title said counts. */
  void title(String text) {
    if (title.isEmpty()) {
      title = clean(text);
    }
  }

  void heading(String text) {
    String words = clip(clean(text));
    if (!words.isEmpty()) {
      closeSection();
      heading = words;
    }
  }

  void problem(String text) {
    problems.add(text);
  }

  /**
   * One link as written.
   *
   * @param doubtful whether its words run into another link's
   */
  void link(String words, String href, String paragraph, boolean doubtful) {
    String address = href.strip();
    String scheme = address.toLowerCase(Locale.ROOT);
    if (scheme.startsWith("mailto:") || scheme.startsWith("tel:") || scheme.startsWith("sms:")) {
      addresses++;
      return;
    }
    if (address.isEmpty() || address.startsWith("#") || scheme.startsWith("javascript:")) {
      return;
    }
    Optional<WebUrl> url =
        base.map(it -> WebUrl.parse(address, it)).orElseGet(() -> WebUrl.parse(address));
    if (url.isPresent() && (!url.get().web() || url.get().hasUserinfo() || withinPage(url.get()))) {
      return;
    }
    String text = clip(clean(words));
    if (url.isEmpty()) {
      problems.add("'" + clip(text) + "' leads to '" + clip(address) + "', which is no URL.");
    } else if (!AddressLength.fits(url.get())) {
      problems.add(
          "'%s' leads to '%s', which is longer than %,d characters and cannot be watched."
              .formatted(clip(text), clip(address), AddressLength.MOST));
    } else if (!seen.add(CanonicalUrl.of(url.get()))) {
      repeats++;
      lengthen(url.get(), text);
      return;
    }
    String shown = text.isEmpty() ? url.map(WebUrl::href).orElse(address) : text;
    Optional<WebUrl> watched = url.filter(AddressLength::fits);
    open.add(new ImportedGuide.ImportedPlacement(shown, watched, clip(clean(paragraph)), doubtful));
  }

  /** A link often is split in two by its formatting: then the words belong together. */
  private void lengthen(WebUrl url, String more) {
    if (open.isEmpty() || more.isEmpty()) {
      return;
    }
    ImportedGuide.ImportedPlacement last = open.getLast();
    boolean split = last.url().equals(Optional.of(url)) && last.paragraph().contains(more);
    if (split && !last.text().contains(more) && last.paragraph().contains(last.text())) {
      String text = last.text() + " " + more;
      String joined = last.paragraph().contains(text) ? text : last.text() + more;
      if (last.paragraph().contains(joined)) {
        open.set(
            open.size() - 1,
            new ImportedGuide.ImportedPlacement(
                joined, last.url(), last.paragraph(), last.doubtful()));
      }
    }
  }

  private boolean withinPage(WebUrl url) {
    return url.fragment().isPresent()
        && base.filter(it -> it.withoutFragment().equals(url.withoutFragment())).isPresent();
  }

  ImportedGuide finished(String fallbackTitle) {
    closeSection();
    if (addresses > 0) {
      problems.add(addresses + " mail addresses or telephone numbers were left out.");
    }
    if (repeats > 0) {
      problems.add(repeats + " links repeated under one heading were merged.");
    }
    String name = title.isEmpty() ? clean(fallbackTitle) : title;
    return new ImportedGuide(name.isEmpty() ? "Untitled guide" : name, sections, problems);
  }

  private void closeSection() {
    if (!open.isEmpty()) {
      sections.add(new ImportedGuide.ImportedSection(unique(heading), open));
    }
    open.clear();
    seen.clear();
  }

  /** Links before the first heading stand under the guide's own title. */
  private String unique(String words) {
    String name = words.isEmpty() ? (title.isEmpty() ? "Links" : title) : words;
    String tried = name;
    for (int n = 2; !titles.add(tried); n++) {
      tried = name + " (" + n + ")";
    }
    return tried;
  }

  static String clean(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  private static String clip(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
