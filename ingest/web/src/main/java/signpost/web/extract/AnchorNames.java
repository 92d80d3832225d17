package signpost.web.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import signpost.web.extract.HtmlTags.StartTag;

/**
 * Collects a page's fragment names from its tags: every id and the name of an {@code a}. Names
 * within a template do not count, because a template is not part of the page.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/browsing-the-web.html#find-a-potential-indicated-element">HTML</a>
 */
public final class AnchorNames implements HtmlTags.TagHandler {
  private final List<String> names = new ArrayList<>();

  /** Of the templates that are open, whether each is shown, as a shadow root is. */
  private final Deque<Boolean> templates = new ArrayDeque<>(0);

  private int inert;

  @Override
  public void starts(StartTag tag) {
    if (tag.name().equals("template")) {
      boolean shown = tag.attribute("shadowrootmode").isPresent();
      templates.push(shown);
      inert += shown ? 0 : 1;
    } else if (templates.isEmpty()) {
      tag.attribute("id").map(tag::value).filter(id -> !id.isEmpty()).ifPresent(names::add);
      if (tag.name().equals("a")) {
        tag.attribute("name").map(tag::value).filter(it -> !it.isEmpty()).ifPresent(names::add);
      }
    }
  }

  @Override
  public void ends(String name) {
    if (name.equals("template")) {
      inert -= Boolean.FALSE.equals(templates.poll()) ? 1 : 0;
    }
  }

  @Override
  public void text(int from, int to) {
    // words have no name
  }

  @Override
  public void raw(String name, int from, int to) {
    // nor has what is no markup
  }

  /** Whether what is read now is shown to nobody. */
  public boolean hidden() {
    return inert > 0;
  }

  public PageAnchors anchors() {
    return PageAnchors.of(names);
  }
}
