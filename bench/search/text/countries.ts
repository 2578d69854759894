import { plain } from './names.ts';

/** A country in several languages: the only names of the bench that are not invented. */
export interface Country {
  readonly id: string;
  /** In English; engines see only this. */
  readonly house: string;
  /** In other languages, if neither name begins with the other: Norveška, Norvegji, Νορβηγία. */
  readonly abroad: readonly string[];
}

/** ISO 3166-1: the members of the United Nations, Kosovo, Palestine, Taiwan and the Vatican. */
const CODES =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW PS TW'.split(
    ' ',
  );
/** The languages of the bot and of its region. */
const LANGUAGES = ['el', 'hr', 'de', 'fr', 'sr', 'sr-Latn', 'sq', 'tr', 'it'];

/** Names in list style, which nobody types: Kongo - Kinšasa, Obala Slonovače (Kot d’Ivoar). */
const UNTYPED = /\(| - /;

const namesIn = (language: string): ((code: string) => string) => {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return (code) => names.of(code) ?? '';
};

/** All countries by their CLDR names in Node. */
export function readCountries(): Country[] {
  const english = namesIn('en');
  const others = LANGUAGES.map(namesIn);
  return CODES.map((code) => {
    const house = english(code);
    const abroad = others
      .map((nameOf) => nameOf(code))
      .filter((name) => !UNTYPED.test(name))
      .filter((name) => !plain(name).startsWith(plain(house)) && !plain(house).startsWith(plain(name)));
    return { id: `c-${code}`, house, abroad: [...new Set(abroad)] };
  });
}
