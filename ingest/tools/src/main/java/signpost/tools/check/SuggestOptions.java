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
          "say of pages that are gone where they may be now (some ten requests to their site for each), and of broken links which copy an archive has: their addresses are sent to it, the Internet Archive unless --archive says another (not if only a .signpost.yml that was not named says suggest)")
  private boolean suggest;

  @Option(
      names = "--archive",
      paramLabel = "URL|none",
      defaultValue = ArchiveSearch.USUAL,
      description = {
        "the server, one of the Wayback Machine's kind (CDX), that --suggest sends broken addresses"
            + " to, as far as they look like the public web's; none: they are sent to nobody",
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

  /** Adds what it found to a report. */
  @FunctionalInterface
  private interface Suggesting {
    CheckReport in(CheckReport report, Consumer<String> teller) throws InterruptedException;
  }

  /** Whether anything is to be looked for. */
  boolean wanted() {
    return suggest;
  }

  /** The report with what was found: new homes first, then copies. */
  CheckReport in(
      CheckReport report,
      CheckInputs inputs,
      CheckOptions options,
      Optional<WebUrl> asked,
      ProgressBar bar,
      Consumer<String> teller) {
    bar.counts("looked for");
    CheckReport homes =
        tried(
            report, bar, teller, (it, tell) -> HomeSuggestions.in(it, inputs, options, bar, tell));
    if (asked.isEmpty()) {
      return homes;
    }
    bar.counts("in the archive");
    return tried(
        homes,
        bar,
        teller,
        (it, tell) -> CopySuggestions.in(it, asked.get(), inputs, options, bar, tell));
  }

  /** Whatever goes wrong here is said in a line, for the report is there and must be written. */
  private static CheckReport tried(
      CheckReport report, ProgressBar bar, Consumer<String> teller, Suggesting suggesting) {
    Consumer<String> told =
        message -> {
          bar.clear();
          teller.accept(message);
        };
    try {
      return suggesting.in(report, told);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return report;
    } catch (RuntimeException e) {
      told.accept("Suggestions are missing: " + e.getMessage());
      return report;
    } finally {
      bar.clear();
    }
  }
}
