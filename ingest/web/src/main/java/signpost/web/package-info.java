/**
 * Reads the web and decides: fetches a page politely, reads it as a person does, and says whether
 * its link holds. It opens no database and needs no server:
 *
 * <pre>{@code
 * try (var fetcher = HttpFetcher.of(FetchSettings.usual(), "you@example.org", Optional.empty());
 *     var reader = new MediaPageReader(PublisherRules.builtIn())) {
 *   var polite = PoliteFetcher.of(fetcher, PaceSettings.usual(), InstantSource.system());
 *   var visited = polite.visit(FetchRequest.of(url), HostPace.fresh(Instant.now()));
 *   var page = reader.pageOf(visited.outcome());
 *   var seen = StatusPolicy.of(visited.outcome(), page);
 *   var judge = new Judge(Duration.ofHours(12));
 *   var judged = judge.judge(TargetState.NEW, seen, HostView.WELL, Instant.now());
 *   say(page.map(ReadablePage::title).orElse("nothing to read"), judged.after().health());
 * }
 * }</pre>
 */
@NullMarked
package signpost.web;

import org.jspecify.annotations.NullMarked;
