package signpost.search.pages;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import signpost.search.pages.PageAssets.StaticAsset;

@Controller
final class AssetsController {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final PageAssets assets;

  AssetsController(PageAssets assets) {
    this.assets = assets;
  }

  @Get("/assets/{name}")
  HttpResponse<String> asset(String name) {
    return assets
        .named(name)
        .map(asset -> answer(asset, FOR_EVER))
        .orElseGet(HttpResponse::notFound);
  }

  /** Where browsers look by themselves; what it is says the answer's type, not its name. */
  @Get(uris = {"/favicon.svg", "/favicon.ico"})
  HttpResponse<String> icon() {
    return answer(assets.icon(), "public, max-age=86400");
  }

  private static HttpResponse<String> answer(StaticAsset asset, String kept) {
    return HttpResponse.ok(asset.text())
        .contentType(MediaType.of(asset.type()))
        .header("cache-control", kept);
  }
}
