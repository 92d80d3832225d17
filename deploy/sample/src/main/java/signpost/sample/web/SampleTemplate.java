package signpost.sample.web;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with {@code {{name}}}, and {@code {{#name}}…{{/name}}} kept where the name has a value. */
record SampleTemplate(String text) {
  private static final Pattern SECTION =
      Pattern.compile("\\{\\{#([a-z-]+)}}(.*?)\\{\\{/\\1}}", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("\\{\\{([a-z-]+)}}");

  /** Asks for each name as often as it occurs, so noise may differ within a page. */
  String fill(Function<String, String> values) {
    String kept =
        SECTION
            .matcher(text)
            .replaceAll(m ->
                values.apply(m.group(1)).isEmpty() ? "" : Matcher.quoteReplacement(m.group(2)));
    return NAME.matcher(kept).replaceAll(m -> Matcher.quoteReplacement(values.apply(m.group(1))));
  }
}
