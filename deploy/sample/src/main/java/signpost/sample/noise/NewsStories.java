package signpost.sample.noise;

import java.util.List;

/** Words of other pages, which come and go on this one. */
final class NewsStories {
  static final List<String> ALL =
      List.of(
          "New community fund opens for applications",
          "How one school halved its exclusions",
          "Meet the volunteers behind the night shelter",
          "Annual report: what we spent and why",
          "Five books to read with worried children",
          "Councillors visit the new family hub",
          "A day in the life of a support worker",
          "Conference in Cardiff: places still free",
          "What kinship carers want ministers to know",
          "Survey on respite care closes on Friday",
          "Winter clothing appeal passes its target",
          "Podcast: listening to teenagers");

  static final List<String> OFFERS =
      List.of(
          "Switch your energy supplier today and save up to a third.",
          "Half-price trainers until Sunday, in all colours.",
          "Become a foster carer with us: information evening this month.",
          "Learn a language in ten minutes with our application.",
          "Garden furniture sale now on at the retail park.",
          "Your local gym has a free week for new members.");

  static final List<String> QUOTES =
      List.of(
          "Courage is quieter than people think.",
          "The best time to plant a tree was twenty years ago.",
          "Nobody is as lonely as somebody who is never asked.",
          "Small steps still move you forward.",
          "A child who is listened to learns to listen.",
          "Kindness costs a minute and lasts a year.",
          "What we repeat is what we become.",
          "Rest is part of the work.",
          "Home is where you are expected.",
          "Begin where you are.");

  private NewsStories() {}
}
