package signpost.sample.web;

import java.util.Arrays;
import java.util.Optional;

/** A host of the sample web: its folder of files, how it answers, how slowly. */
enum Twin {
  MK("mk", Validators.HONEST, 10),
  GOV_UK("gov-uk", Validators.FICKLE, 20),
  GOV_SCOT("gov-scot", Validators.NONE, 40),
  YOUNGMINDS("youngminds", Validators.HONEST, 20),
  UKTC("uktraumacouncil", Validators.HONEST, 25),
  ANNA_FREUD("annafreud", Validators.HONEST, 15),
  TRAUMA_INFORMED_WALES("traumaframeworkcymru", Validators.NONE, 30),
  ACE_HUB("acehubwales", Validators.FROZEN, 20),
  HYB_ACE("hybacecymru", Validators.FROZEN, 20),
  NCB("ncb", Validators.FICKLE, 35),
  E_LFH("e-lfh", Validators.NONE, 45),
  TRAUMA_TRANSFORMATION("traumatransformation", Validators.HONEST, 15),
  /** Nobody's at first: who buys a lapsed name sends its visitors here. */
  GARDEN_SHEDS("garden-sheds", Validators.NONE, 15);

  private final String id;
  private final Validators validators;
  private final int slowestMillis;

  Twin(String id, Validators validators, int slowestMillis) {
    this.id = id;
    this.validators = validators;
    this.slowestMillis = slowestMillis;
  }

  static Optional<Twin> named(String host) {
    return Arrays.stream(values()).filter(twin -> twin.host().equals(host)).findFirst();
  }

  String id() {
    return id;
  }

  String host() {
    return id + ".localhost";
  }

  String origin(int port) {
    return (secureHost().isPresent() ? "https://" : "http://") + host() + ":" + port;
  }

  /** Its host, where readers reach it by HTTPS. */
  Optional<String> secureHost() {
    return id.equals("acehubwales") ? Optional.of(host()) : Optional.empty();
  }

  Validators validators() {
    return validators;
  }

  /** Whether a proxy in front masks mail addresses anew at every visit. */
  boolean hidesAddresses() {
    return id.equals("ncb");
  }

  int slowestMillis() {
    return slowestMillis;
  }
}
