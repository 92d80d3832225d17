package signpost.search.pages.site;

/** Says to browsers how to search here from their address bar (OpenSearch 1.1). */
final class OpenSearchFile {
  private static final String FORM =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
        <ShortName>Signpost</ShortName>
        <Description>Resources that public guides point to, and whether they work</Description>
        <InputEncoding>UTF-8</InputEncoding>
        <OutputEncoding>UTF-8</OutputEncoding>
        <Language>en-GB</Language>
        <Image width="16" height="16" type="image/svg+xml">SITE/favicon.svg</Image>
        <Url type="text/html" template="SITE/search?q={searchTerms}"/>
        <Url type="application/x-suggestions+json" rel="suggestions" template="SITE/api/suggest/opensearch?q={searchTerms}"/>
        <Url type="application/atom+xml" template="SITE/search.atom?q={searchTerms}"/>
        <Url type="application/opensearchdescription+xml" rel="self" template="SITE/opensearch.xml"/>
      </OpenSearchDescription>
      """;

  private OpenSearchFile() {}

  static String of(String site) {
    return FORM.replace("SITE", site.replace("&", "&amp;").replace("\"", "&quot;"));
  }
}
