package signpost.tools.check;

import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import signpost.tools.archive.ArchiveSearch;
import signpost.url.WebUrl;

/** The part of the command line about what may stand in the place of a broken link. */
final class SuggestOptions {
  /** The archive that is never asked. */
  static final String NOBODY = "none";

  @Option(
      names = "--suggest",
      description =
          "say of pages that are gone where they may be now (some ten requests to their site for each), and of broken links which copy an archive has: their addresses are sent to it, the Internet Archive unless --archive says another")
  private boolean suggest;

  @Option(
      names = "--archive",
      paramLabel = "URL|none",
      defaultValue = ArchiveSearch.USUAL,
      description = {
        "the CDX server that --suggest sends broken addresses to, those of the public web alone;"
            + " none: they are sent to nobody",
        "(default: ${DEFAULT-VALUE})"
      })
  private String archive = ArchiveSearch.USUAL;

  String archive() {
    return archive;
  }

  /**
   * Who is asked; nobody, where it is said so.
   *
   * @throws IllegalArgumentException saying what is wrong with the address
   */
  static Optional<WebUrl> archive(String text) {
    return text.equals(NOBODY)
        ? Optional.empty()
        : Optional.of(
            WebUrl.parse(text)
                .filter(it -> it.web() && !it.hasUserinfo())
                .filter(it -> it.query().isEmpty() && it.fragment().isEmpty())
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        "'"
                            + text
                            + "' is neither none nor an address such as "
                            + ArchiveSearch.USUAL)));
  }

  /** The report with what was found, if that is wanted: new homes first, then copies. */
  CheckReport in(
      CheckReport report,
      CheckInputs inputs,
      CheckOptions options,
      Optional<WebUrl> asked,
      Consumer<String> teller)
      throws InterruptedException {
    if (!suggest) {
      return report;
    }
    CheckReport homes = HomeSuggestions.in(report, inputs, options, teller);
    return asked.isEmpty() ? homes : CopySuggestions.in(homes, asked.get(), options, teller);
  }
}
