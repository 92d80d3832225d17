package signpost.search.pages.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import signpost.search.account.LocalAccounts;
import signpost.search.account.MachineTokens;
import signpost.search.account.Role;
import signpost.search.account.Sessions;
import signpost.search.account.SignedIn;
import signpost.search.api.SearchParameters;
import signpost.search.audit.Actor;
import signpost.search.gate.ForOps;
import signpost.search.pages.FormFields;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;

/** Who may do what, and who is signed in, for administrators. */
@ForOps(role = Role.ADMINISTRATOR)
@Controller("/access")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccessPages {
  private final Sessions sessions;
  private final LocalAccounts accounts;
  private final MachineTokens machines;
  private final PageFrames frames;
  private final HtmlRenderer html;

  AccessPages(
      Sessions sessions,
      LocalAccounts accounts,
      MachineTokens machines,
      PageFrames frames,
      HtmlRenderer html) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.machines = machines;
    this.frames = frames;
    this.html = html;
  }

  record AccessModel(
      PageFrame frame,
      List<SignedIn> sessions,
      List<LocalAccounts.LocalAccount> accounts,
      List<MachineTokens.Machine> machines,
      boolean ended) {}

  @Get
  HttpResponse<?> access(HttpRequest<?> request) {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("ended"));
    return NotifierPages.secret(
        html.ok(
            "access/access",
            new AccessModel(
                frames.of("Who may do what", NavigationEntry.AUDIT),
                sessions.all(),
                accounts.all(),
                machines.all(),
                SearchParameters.once(request.getParameters(), "ended").isPresent())));
  }

  /** Signs somebody out, wherever they are. */
  @Post("/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> end(@Body Map<String, String> form) {
    sessions.end(Actor.current(), FormFields.required(form, "session"));
    return HttpResponse.seeOther(URI.create("/access?ended=1"));
  }
}
