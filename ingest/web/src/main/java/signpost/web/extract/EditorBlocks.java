package signpost.web.extract;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Blocks that editors set into a page with the tools of their site: a call to action, a button, a
 * summary of other pages. What such a block says is the page's own, whatever its tag.
 */
final class EditorBlocks {
  /** By their classes: LocalGov Drupal, Elementor, Divi, Squarespace, GOV.UK and the NHS. */
  private static final Set<String> CLASSES =
      Set.of(
          "service-cta-block",
          "localgov-service-cta-block",
          "elementor-cta",
          "elementor-widget-call-to-action",
          "et_pb_promo",
          "summary-item",
          "sqs-block-button",
          "govuk-button--start",
          "nhsuk-action-link");

  private EditorBlocks() {}

  /** The outermost such block around a part, or the part itself. */
  static @Nullable ElementBox around(ElementBox part) {
    ElementBox block = null;
    for (ElementBox at = part; at != null; at = at.parent) {
      block = is(at) ? at : block;
    }
    return block;
  }

  private static boolean is(ElementBox box) {
    return box.element.attributesSize() > 0
        && box.element.classNames().stream().anyMatch(CLASSES::contains);
  }
}
