package signpost.sample.web;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a happening does to a host while it lasts. */
sealed interface Effect {
  /** Some requests get another answer than the page. */
  record Instead(Predicate<String> paths, Function<Visit, Answer> answer) implements Effect {}

  /** A page says something else. */
  record Altered(String path, UnaryOperator<Page> change) implements Effect {}

  /** A page that some of a publisher's machines still hand out as it was: one visit in three. */
  record Swinging(String path, UnaryOperator<Page> back) implements Effect {}

  /** All of a publisher's pages get another template. */
  record Redesigned(String template) implements Effect {}

  /** Pages under a folder live under another one, and redirect for good. */
  record Renamed(String from, String to) implements Effect {}
}
