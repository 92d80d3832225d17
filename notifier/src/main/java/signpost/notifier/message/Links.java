package signpost.notifier.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import signpost.events.FindingEvent.FindingKind;
import signpost.notifier.finding.Finding;

/** Addresses of Signpost's own pages. */
record Links(String publicUrl) {
  String resource(String url) {
    return publicUrl + "/resource?url=" + URLEncoder.encode(url, UTF_8);
  }

  String guide(String id) {
    return publicUrl + "/guide/" + URLEncoder.encode(id, UTF_8).replace("+", "%20");
  }

  /** Where to read on about a finding: a host has no page of its own, its guide has. */
  String of(Entry entry) {
    Finding finding = entry.finding();
    return finding.kind() == FindingKind.HOST_DOWN
        ? guide(entry.guide())
        : resource(finding.subject());
  }
}
