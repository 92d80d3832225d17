package signpost.sample.web;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a happening does to a host while it lasts. */
sealed interface HostEffect {
  /** Some requests get another answer than the page. */
  record InsteadOfPage(Predicate<String> paths, Function<SampleVisit, HostResponse> answer)
      implements HostEffect {}

  /** A page says something else. */
  record AlteredPage(String path, UnaryOperator<SamplePage> change) implements HostEffect {}

  /** A page that some of a publisher's machines still hand out as it was: one visit in three. */
  record StaleReplica(String path, UnaryOperator<SamplePage> back) implements HostEffect {}

  /** All of a publisher's pages get another template. */
  record SiteRedesign(String template) implements HostEffect {}

  /** Pages under a folder live under another one, and redirect for good. */
  record FolderRename(String from, String to) implements HostEffect {}

  /** A page stands at another address or at none, and nothing at the old one says so. */
  record MovedPage(String from, Optional<String> to) implements HostEffect {}
}
