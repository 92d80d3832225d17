package signpost.successor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import signpost.successor.SearchAnswer.PageAnswer;
import signpost.url.WebUrl;
import signpost.web.extract.ReadablePage;

/**
 * A page of the site as it is today.
 *
 * @param links all on it, navigation included
 * @param words all that name something
 */
record SitePage(WebUrl url, ReadablePage page, List<ListedAddress> links, Set<String> words) {
  SitePage {
    links = List.copyOf(links);
    words = Set.copyOf(words);
  }

  static SitePage of(PageAnswer answer) {
    ReadablePage page = answer.page();
    Set<String> words = new HashSet<>(WordStems.telling(page.title() + " " + page.text()));
    return new SitePage(answer.url(), page, answer.links(), words);
  }

  String place() {
    return AddressBook.place(url);
  }
}
