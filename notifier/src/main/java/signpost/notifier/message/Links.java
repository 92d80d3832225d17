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

  /** The page that shows a revision word by word; search answers it. */
  String revision(String url, int number) {
    return publicUrl + "/resource/revision?url=" + URLEncoder.encode(url, UTF_8) + "&n=" + number;
  }

  String guide(String id) {
    return publicUrl + "/guide/" + URLEncoder.encode(id, UTF_8).replace("+", "%20");
  }

  /** Where to read on about a finding: a host has no page of its own, its guide has. */
  String of(Entry entry) {
    Finding finding = entry.finding();
    if (finding.kind() == FindingKind.HOST_DOWN) {
      return guide(entry.guide());
    }
    return finding
        .detail()
        .revision()
        .filter(_ -> finding.isOpen())
        .map(number -> revision(finding.subject(), number))
        .orElseGet(() -> resource(finding.subject()));
  }
}
