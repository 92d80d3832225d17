package signpost.web.extract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service whose players, maps, forms and flip books stand in other sites' pages, and where a
 * reader finds the same on a page of its own. By the services' documented embed addresses.
 *
 * @param kind what it shows, for where the page does not name it
 * @param embedded the embed address, without scheme
 * @param own the address for people; {@code $1} stands for the first group, {@code %1} for it
 *     decoded
 */
record EmbedService(String kind, Pattern embedded, String own) {
  private static final List<EmbedService> KNOWN =
      List.of(
          of(
              "Video",
              "(?:www\\.|m\\.)?youtube(?:-nocookie)?\\.com/embed/videoseries\\?(?:.*&)?list=([\\w-]+).*",
              "https://www.youtube.com/playlist?list=$1"),
          of(
              "Video",
              "(?:www\\.|m\\.)?youtube(?:-nocookie)?\\.com/(?:embed|v|shorts)/([\\w-]{6,}).*",
              "https://www.youtube.com/watch?v=$1"),
          of("Video", "player\\.vimeo\\.com/video/(\\d+).*", "https://vimeo.com/$1"),
          of(
              "Video",
              "(?:www\\.|geo\\.)?dailymotion\\.com/(?:embed/video/|player.*[?&]video=)(\\w+).*",
              "https://www.dailymotion.com/video/$1"),
          of(
              "Video",
              "(?:www\\.)?facebook\\.com/plugins/(?:video|post)\\.php\\?(?:.*&)?href=([^&]+).*",
              "%1"),
          of(
              "Video",
              "((?:www\\.)?youtube\\.com/watch\\?.*|youtu\\.be/.+|vimeo\\.com/\\d+.*)",
              "https://$1"),
          of("Audio", "open\\.spotify\\.com/embed/(\\w+/\\w+).*", "https://open.spotify.com/$1"),
          of("Audio", "w\\.soundcloud\\.com/player/?\\?(?:.*&)?url=([^&]+).*", "%1"),
          of(
              "Map",
              "(?:www|maps)\\.google\\.[a-z.]+/maps/embed\\?.*!1s0x[0-9a-f]+(?::|%3A)0x[0-9a-f]+!2s([^!&]+).*",
              "https://www.google.com/maps/search/?api=1&query=$1"),
          of(
              "Map",
              "(?:www|maps)\\.google\\.[a-z.]+/maps(?:/embed/v1/place)?/?\\?(?:.*&)?q=([^&]+).*",
              "https://www.google.com/maps/search/?api=1&query=$1"),
          of(
              "Map",
              "((?:www|maps)\\.google\\.[a-z.]+/maps/(?:embed|d/).*|(?:www\\.)?openstreetmap\\.org/export/embed.*"
                  + "|(?:www\\.)?bing\\.com/maps/embed.*|[\\w.-]+\\.arcgis\\.com/.*)",
              "https://$1"),
          of(
              "Form",
              "docs\\.google\\.com/forms/d/e/([\\w-]+)/viewform.*",
              "https://docs.google.com/forms/d/e/$1/viewform"),
          of(
              "Form",
              "forms\\.(?:office|microsoft)\\.com/(?:pages/responsepage\\.aspx|Pages/ResponsePage\\.aspx)\\?(?:.*&)?id=([^&]+).*",
              "https://forms.office.com/Pages/ResponsePage.aspx?id=$1"),
          of("Form", "(forms\\.office\\.com/[er]/\\w+).*", "https://$1"),
          of("Form", "([\\w-]+\\.typeform\\.com/to/\\w+).*", "https://$1"),
          of(
              "Form",
              "(?:form|www|eu)\\.jotform\\.com/(?:jsform/|form/)?(\\d+).*",
              "https://form.jotform.com/$1"),
          of(
              "Form",
              "((?:[\\w-]+\\.)?(?:smartsurvey\\.co\\.uk|surveymonkey\\.com|onlinesurveys\\.ac\\.uk)/(?:s|r|survey|jisc).*)",
              "https://$1"),
          of(
              "Document",
              "e?\\.?issuu\\.com/embed\\.html\\?(?:.*&)?d=([^&#]+)&(?:.*&)?u=([^&#]+).*",
              "https://issuu.com/$2/docs/$1"),
          of(
              "Document",
              "e?\\.?issuu\\.com/embed\\.html\\?(?:.*&)?u=([^&#]+)&(?:.*&)?d=([^&#]+).*",
              "https://issuu.com/$1/docs/$2"),
          of("Document", "(e\\.issuu\\.com/embed\\.html#.+)", "https://$1"),
          of(
              "Document",
              "v\\.calameo\\.com/\\?(?:.*&)?bkcode=(\\w+).*",
              "https://www.calameo.com/read/$1"),
          of(
              "Document",
              "(?:www\\.)?yumpu\\.com/(\\w\\w)/embed/view/(\\w+).*",
              "https://www.yumpu.com/$1/document/view/$2"),
          of(
              "Document",
              "((?:online\\.fliphtml5\\.com|(?:player|cdn|www)\\.flipsnack\\.com|heyzine\\.com|publuu\\.com"
                  + "|(?:view|www)\\.joomag\\.com|(?:www\\.)?flipbookpdf\\.net|online\\.pubhtml5\\.com)/.+)",
              "https://$1"),
          of(
              "Document",
              "(?:www\\.)?scribd\\.com/embeds/(\\d+).*",
              "https://www.scribd.com/document/$1"),
          of(
              "Document",
              "drive\\.google\\.com/file/d/([\\w-]+)/preview.*",
              "https://drive.google.com/file/d/$1/view"),
          of(
              "Document",
              "docs\\.google\\.com/(?:viewer|gview|viewerng/viewer)\\?(?:.*&)?url=([^&]+).*",
              "%1"),
          of(
              "Document",
              "view\\.officeapps\\.live\\.com/op/\\w+\\.aspx\\?(?:.*&)?src=([^&]+).*",
              "%1"),
          of("Document", "[^?#]*/viewer\\.html\\?(?:.*&)?file=([^&#]+).*", "%1"),
          of(
              "Document",
              "(docs\\.google\\.com/(?:document|presentation|spreadsheets)/[^?]*).*",
              "https://$1"));

  private static EmbedService of(String kind, String embedded, String own) {
    return new EmbedService(kind, Pattern.compile(embedded), own);
  }

  static Optional<EmbedService> of(String address) {
    String bare = bare(address);
    return KNOWN.stream().filter(it -> it.embedded.matcher(bare).matches()).findFirst();
  }

  /** Where people find it; the embed address itself where that cannot be told. */
  String ownAddress(String address) {
    Matcher matcher = embedded.matcher(bare(address));
    if (!matcher.matches()) {
      return address;
    }
    return own.equals("%1") ? decoded(matcher.group(1), address) : matcher.replaceFirst(own);
  }

  private static String bare(String address) {
    return address.strip().replaceFirst("(?i)^(?:https?:)?//", "");
  }

  private static String decoded(String value, String otherwise) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return otherwise;
    }
  }
}
