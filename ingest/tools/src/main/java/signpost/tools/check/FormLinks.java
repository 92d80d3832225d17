package signpost.tools.check;

import java.util.Locale;
import java.util.Optional;
import signpost.web.extract.HtmlTags.StartTag;
import signpost.web.extract.HtmlTags.TagAttribute;

/** Where the forms of a page lead, and whether by asking or by posting. */
final class FormLinks {
  private String method = "";

  /** An address, the attribute it stands in, and what a report calls it. */
  record FormAction(String href, String attribute, String element) {}

  void starts(StartTag tag) {
    if (tag.name().equals("form")) {
      method = tag.value("method").strip().toLowerCase(Locale.ROOT);
    }
  }

  void ends(String name) {
    if (name.equals("form")) {
      method = "";
    }
  }

  /** Nothing where a form leads back to its page, or only closes a dialog. */
  Optional<FormAction> of(StartTag tag) {
    return switch (tag.name()) {
      case "form" -> action(tag, "action", method);
      case "button", "input" -> {
        String own = tag.value("formmethod").strip().toLowerCase(Locale.ROOT);
        yield action(tag, "formaction", own.isEmpty() ? method : own);
      }
      default -> Optional.empty();
    };
  }

  private static Optional<FormAction> action(StartTag tag, String attribute, String method) {
    Optional<TagAttribute> found = tag.attribute(attribute);
    String href = found.map(tag::value).orElse("").strip();
    return href.isEmpty() || method.equals("dialog")
        ? Optional.empty()
        : Optional.of(
            new FormAction(
                href, attribute, method.equals("post") ? FoundLink.FORM_POST : tag.name()));
  }
}
