package signpost.notifier.desk;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import signpost.notifier.NotifierConfig;
import signpost.notifier.delivery.SenderLoop;
import signpost.notifier.message.SignedLinks;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.token.LinkTokens;
import signpost.record.store.Database;

/** Provides the beans that answer requests from pages. */
record AnswerDesk(
    Database database,
    OwnerDirectory people,
    LinkTokens tokens,
    SignedLinks links,
    RequestedMails notes,
    RequestLimits limits,
    SenderLoop sender) {

  @Factory
  static final class DeskFactory {
    @Singleton
    SignedLinks links(NotifierConfig config, LinkTokens tokens) {
      return new SignedLinks(config.publicUrl(), tokens);
    }

    @Singleton
    AnswerDesk desk(
        Database database,
        OwnerDirectory people,
        LinkTokens tokens,
        SignedLinks links,
        RequestedMails notes,
        RequestLimits limits,
        SenderLoop sender) {
      return new AnswerDesk(database, people, tokens, links, notes, limits, sender);
    }
  }
}
