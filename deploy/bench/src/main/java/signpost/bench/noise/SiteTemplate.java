package signpost.bench.noise;

import java.util.Locale;

/** How publishers build the pages around what somebody wrote. */
enum SiteTemplate {
  SERVICE(
      "https://www.gov.uk/{slug}",
      """
      <body class="govuk-template__body"><a href="#content" class="govuk-skip-link">Skip to main content</a>
      <header class="gem-c-layout-super-navigation-header" role="banner"><a href="/">GOV.UK</a><nav><ul>{menu}</ul></nav></header>
      <div class="govuk-width-container"><nav class="govuk-breadcrumbs"><ol><li><a href="/">{home}</a></li></ol></nav>
      <main id="content" role="main" class="govuk-main-wrapper"><h1 class="gem-c-title__text govuk-heading-xl">{title}</h1>
      <p class="gem-c-lead-paragraph">{lead}</p><div class="gem-c-govspeak govuk-govspeak">{body}</div></main>
      <div class="gem-c-feedback">Is this page useful? <button>Yes</button> <button>No</button></div></div>
      <footer class="govuk-footer" role="contentinfo"><ul>{footer}</ul></footer></body>
      """),
  GUIDANCE(
      "https://www.gov.uk/government/publications/{slug}/{slug}",
      """
      <body><header class="gem-c-header"><a href="/">GOV.UK</a><nav><ul>{menu}</ul></nav></header>
      <main id="content" class="govuk-main-wrapper"><div class="gem-c-inverse-header"><h1 class="gem-c-heading">{title}</h1>
      <p class="gem-c-inverse-header__subtext">{site}</p></div><nav class="gem-c-contents-list"><ol>{menu}</ol></nav>
      <div class="gem-c-html-publication gem-c-govspeak-html-publication"><div class="gem-c-govspeak"><p>{lead}</p>{body}</div></div></main>
      <footer class="gem-c-layout-footer"><ul>{footer}</ul></footer></body>
      """),
  ARTICLE(
      "https://news.{host}/2026/02/{slug}.html",
      """
      <body class="single"><header id="masthead"><a class="logo" href="/">{site}</a><nav class="nav-main"><ul>{menu}</ul></nav></header>
      <div class="wrap"><article class="story" itemscope><header><h1 class="headline">{title}</h1>
      <p class="byline">By <a href="/authors/r-ellis">Rhian Ellis</a></p></header><p class="standfirst">{lead}</p>
      <div class="story-body">{body}</div></article><aside class="rail"><h3>Popular</h3><ul>{menu}</ul></aside></div>
      <footer class="site-footer"><ul>{footer}</ul><p>© {site}</p></footer></body>
      """),
  LISTING(
      "https://{host}/directory/{slug}",
      """
      <body><div class="header"><a href="/">{site}</a><ul class="menu">{menu}</ul></div>
      <main id="main"><h1>{title}</h1><p>{lead}</p>
      <div class="cards"><div class="card"><h2><a href="/directory/befriending">Befriending</a></h2><p>Volunteers who visit each week.</p></div>
      <div class="card"><h2><a href="/directory/counselling">Counselling</a></h2><p>Talking in private, up to ten times.</p></div>
      <div class="card"><h2><a href="/directory/food">Food larder</a></h2><p>Groceries for a small membership fee.</p></div></div>
      {body}<nav class="pager"><a href="?page=2">2</a> <a href="?page=3">3</a></nav></main>
      <div class="footer"><ul>{footer}</ul></div></body>
      """),
  LANDING(
      "https://{host}/",
      """
      <body class="home front"><header role="banner"><nav><ul>{menu}</ul></nav></header>
      <main><section class="hero"><h1>{title}</h1><p>{lead}</p><a class="button" href="/get-help">Get help now</a></section>
      <section class="tiles"><div class="tile"><h2><a href="/families">For families</a></h2><p>Groups, grants and days out.</p></div>
      <div class="tile"><h2><a href="/schools">For schools</a></h2><p>Lesson plans and a helpline for heads.</p></div></section>
      <section class="about">{body}</section></main>
      <footer><ul>{footer}</ul></footer></body>
      """),
  CHARITY(
      "https://uktraumacouncil.org/resource/{slug}",
      """
      <body class="wp-singular resource-template-default"><div id="page" class="site"><header id="masthead" class="site-header"><nav id="site-navigation"><ul>{menu}</ul></nav></header>
      <div id="content" class="site-content"><main id="main" class="site-main"><article class="post type-resource hentry"><h1 class="entry-title">{title}</h1>
      <div class="entry-content"><p class="intro">{lead}</p>{body}</div></article></main></div>
      <footer id="colophon" class="site-footer"><ul>{footer}</ul><div class="site-info">Registered charity 1077106</div></footer></div></body>
      """),
  COUNCIL(
      "https://www.{host}/services/{slug}",
      """
      <body class="path-node"><header class="lgd-header"><div class="region region-header"><a href="/">{site}</a></div><nav class="lgd-header__nav"><ul>{menu}</ul></nav></header>
      <main class="main" id="main-content"><div class="lgd-page-title-block"><h1 class="lgd-page-title-block__title">{title}</h1><p class="lgd-page-title-block__subtitle">{lead}</p></div>
      <div class="region region-content"><article class="node node--type-localgov-services-page"><div class="node__content">{body}</div></article></div></main>
      <footer class="lgd-footer"><div class="region region-footer"><ul>{footer}</ul></div></footer></body>
      """),
  WORDPRESS(
      "https://acehubwales.com/{slug}/",
      """
      <body class="page-template wp-theme"><div id="page"><div class="top-bar"><ul>{menu}</ul></div>
      <div class="site-main"><div class="entry"><h1>{title}</h1><div class="entry-content"><p><strong>{lead}</strong></p>{body}</div></div>
      <div id="secondary" class="widget-area"><h2 class="widget-title">{home}</h2><ul>{menu}</ul></div></div>
      <div class="site-info"><ul>{footer}</ul></div></div></body>
      """),
  GOV_SCOT(
      "https://www.gov.scot/publications/{slug}/",
      """
      <body><div class="ds_page"><header class="ds_site-header"><a href="/">{site}</a><nav class="ds_site-navigation"><ul>{menu}</ul></nav></header>
      <main id="main-content" class="ds_layout ds_layout--publication"><div class="ds_layout__header"><header class="ds_page-header"><h1 class="ds_page-header__title">{title}</h1>
      <dl class="ds_page-header__metadata ds_metadata"><dt>Published</dt><dd>25 March 2021</dd></dl></header></div>
      <div class="ds_layout__content"><p class="ds_leader">{lead}</p>{body}</div>
      <div class="ds_layout__feedback"><!--noindex--><form id="feedback" class="ds_feedback"><p>Was this helpful?</p></form><!--endnoindex--></div></main>
      <footer class="ds_site-footer"><ul>{footer}</ul></footer></div></body>
      """),
  DRUPAL(
      "https://www.ncb.org.uk/resources/{slug}",
      """
      <body class="layout-one-sidebar"><div class="dialog-off-canvas-main-canvas"><header class="header"><nav role="navigation"><ul>{menu}</ul></nav></header>
      <div role="main" id="main-content"><div class="region-content"><h1 class="page-header">{title}</h1><div class="field field--name-body"><p class="lead">{lead}</p>{body}</div></div>
      <aside class="layout-sidebar-second"><h2>{home}</h2><ul>{menu}</ul></aside></div>
      <footer><ul>{footer}</ul></footer></div></body>
      """);

  private static final String HEAD =
      """
      <!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} - {site}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"><meta property="og:title" content="{title}">
      <link rel="stylesheet" href="/assets/app.css"><script src="/assets/app.js"></script></head>
      """;

  private final String address;
  private final String body;

  SiteTemplate(String address, String body) {
    this.address = address;
    this.body = body;
  }

  /** Where such a page stands; {@code number} makes it one of many. */
  String address(PageDraft draft, int number) {
    String slug = draft.subject().toLowerCase(Locale.UK).replaceAll("[^a-z]+", "-");
    return address.replace("{slug}", slug + "-" + number).replace("{host}", host(number));
  }

  private static String host(int number) {
    return "site-" + number + ".example";
  }

  String around(PageDraft draft, int number) {
    PageLanguage.DraftWords words = draft.tongue().words();
    return (HEAD + body + "</html>")
        .replace("{menu}", links(words, 0, 6))
        .replace("{footer}", links(words, 6, words.menu().size()))
        .replace("{home}", words.menu().getFirst())
        .replace("{site}", "Site " + number)
        .replace("{lang}", draft.tongue().code())
        .replace("{title}", draft.title())
        .replace("{lead}", draft.lead())
        .replace("{body}", draft.body());
  }

  private static String links(PageLanguage.DraftWords words, int from, int to) {
    StringBuilder links = new StringBuilder();
    for (int i = from; i < to; i++) {
      links.append("<li><a href=\"/menu/%d\">%s</a></li>".formatted(i, words.menu().get(i)));
    }
    return links.toString();
  }
}
