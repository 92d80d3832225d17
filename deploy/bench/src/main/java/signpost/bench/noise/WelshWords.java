package signpost.bench.noise;

import java.util.List;

/** Welsh, as public bodies in Wales write it. */
final class WelshWords {
  static final PageLanguage.DraftWords ALL =
      new PageLanguage.DraftWords(
          List.of(
              "ymarfer sy'n ystyriol o drawma",
              "cymorth mewn profedigaeth",
              "gofalwyr ifanc",
              "presenoldeb yn yr ysgol",
              "iechyd meddwl plant",
              "cyngor ar ddyledion"),
          List.of("Canllaw ar %s", "Cymorth gyda %s", "Deall %s", "Pecyn cymorth ar %s"),
          List.of(
              "Mae angen staff sy'n gwrando cyn cynghori ar bobl sydd wedi byw drwy gyfnodau anodd.",
              "Mae ein tîm yn ymweld ag ysgolion y sir ac yn cwrdd â theuluoedd.",
              "Gallwch ddod â ffrind, perthynas neu eiriolwr i bob apwyntiad.",
              "Bydd gweithiwr yn gofyn beth sydd wedi digwydd, a beth sydd wedi helpu o'r blaen.",
              "Mae'r cwrs yn egluro %s mewn chwe sesiwn fer.",
              "Mae'r staff yn cadw nodiadau y cewch eu darllen pryd bynnag y mynnwch.",
              "Bydd y rhan fwyaf o deuluoedd yn clywed gennym o fewn deg diwrnod gwaith.",
              "Os ydych yn poeni am blentyn, dywedwch wrth y gweithiwr cymdeithasol ar ddyletswydd.",
              "Rydym yn cyhoeddi'r hyn a ddysgwn er mwyn i wasanaethau eraill ei ddefnyddio.",
              "Mae'r dystiolaeth am %s wedi tyfu, er bod llawer ohoni'n dod o astudiaethau bach.",
              "Mae grwpiau'n cwrdd mewn llyfrgelloedd, canolfannau cymunedol ac addoldai.",
              "Mae cyfieithwyr a phrint bras ar gael i bawb sy'n gofyn.",
              "Cytunir ar gynllun gyda'n gilydd a'i ysgrifennu, ac edrychir arno eto ymhen chwe wythnos.",
              "Nid oes rhaid i neb adrodd ei stori ddwywaith.",
              "Mae goruchwyliaeth yn rhoi amser i weithwyr feddwl am yr hyn a glywsant.",
              "Dylid gweld plant ar eu pen eu hunain pan fo hynny'n ddiogel.",
              "Mae'r dudalen yn casglu'r hyn a ofynnodd ymarferwyr i ni am %s.",
              "Mae gwirfoddolwyr yn cael dau ddiwrnod o hyfforddiant.",
              "Mae gan yr adeilad fynediad heb risiau, ystafell dawel a pharcio am ddim.",
              "Darllenir adborth gan y tîm cyfan yn y cyfarfod misol."),
          List.of(
              "I bwy mae hwn",
              "Beth i'w ddisgwyl",
              "Sut i wneud cais",
              "Cyn eich ymweliad cyntaf",
              "Hyfforddiant i staff",
              "Gweithio gyda'n gilydd",
              "Eich hawliau"),
          List.of(
              "llythyr gan eich ysgol neu eich meddyg",
              "prawf o ble rydych yn byw",
              "enw rhywun rydych yn ymddiried ynddo",
              "nodiadau o asesiadau cynharach",
              "lle i siarad heb i neb glywed",
              "pecyn croeso yn eich iaith eich hun",
              "gofal plant yn ystod y sesiwn"),
          List.of(
              List.of("Llyfrgell Aberystwyth", "Dydd Mawrth 10am", "Llawr gwaelod"),
              List.of("Canolfan Bangor", "Dydd Mercher 2pm", "Ystafell 4"),
              List.of("Caerfyrddin", "Dydd Iau 6pm", "Prif neuadd"),
              List.of("Wrecsam", "Dydd Gwener 11am", "Ystafell yr ardd")),
          List.of(
              "Fframwaith Cymru sy'n ystyriol o drawma",
              "Adnoddau i weithwyr proffesiynol",
              "Canllawiau i ysgolion",
              "Crynodeb o'r ymchwil",
              "Trawma plentyndod a'r ymennydd"),
          List.of(
              "Cysylltu â ni",
              "Ffoniwch ein llinell gymorth ar <a href=\"tel:%1$s\">%2$s</a>. Mae galwadau am ddim.",
              "E-bostiwch <a href=\"mailto:%1$s\">%1$s</a> a bydd rhywun yn ateb o fewn deuddydd.",
              "Tecstiwch SHOUT i %s i gyrraedd gwirfoddolwr, ddydd neu nos.",
              "Gall plant ffonio Childline ar 0800 1111.",
              "Os oes angen cymorth meddygol arnoch nad yw'n argyfwng, ffoniwch 111.",
              "Mae'r swyddfa ar agor o ddydd Llun i ddydd Gwener, 9am i 5pm.",
              "Mae'r rhaglen i bobl %d oed a throsodd.",
              "Mae lle ar y cwrs yn costio £%d i bob person.",
              "Darllenwch hefyd"),
          List.of(
              "Hafan",
              "Iechyd a gofal",
              "Plant a theuluoedd",
              "Tai",
              "Newyddion",
              "Swyddi",
              "Amdanom ni",
              "Preifatrwydd",
              "Hygyrchedd",
              "Telerau defnyddio"));

  private WelshWords() {}
}
