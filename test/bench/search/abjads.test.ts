import { describe, expect, it } from 'vitest';
import { ARABIC, inArabic, makeArabicCheck } from '../../../bench/search/text/arabic.ts';
import { HEBREW, inHebrew, makeHebrewCheck } from '../../../bench/search/text/hebrew.ts';
import { askNamesLater } from '../../../bench/search/text/name-queries.ts';
import { makeCast } from '../../../bench/search/text/names.ts';
import type { Name } from '../../../bench/search/text/names.ts';
import { makeChance } from '../../../bench/search/text/random.ts';
import { CONSONANTS, spellIn, VOWELS } from '../../../bench/search/text/sounds.ts';
import { TONGUES } from '../../../bench/search/text/tongues.ts';

/** Countries that are called by the same sounds in English, Arabic and Hebrew, or in one of both. */
const SAID =
  `AL albania, AO angola, BD bangladeʃ, BO bolivia, BW botswana, BG bulgaria, BI burundi, CL ʧile, CU kuba, DM dominika,
  EE estonia, ET eθiopia, FJ fiʤi, GM gambia, GH gana, GT gwatemala, HT hajti, HN honduras, JM ʤamajka, KE kenja, KI kiribati,
  XK kosovo, LA laos, LV latvia, LS lesoto, LR liberia, LI lixtenʃtajn, LU luksemburg, MW malawi, ML mali, MT malta, MD moldova,
  MC monako, MN mongolia, MZ mozambik, NA namibia, NR nauru, NP nepal, PK pakistan, PW palaw, PA panama, PE peru, RO romania,
  RW rwanda, WS samoa, SM san marino, RS serbia, SK slovakia, SI slovenia, SR surinam, TZ tanzania, TG togo, TO tonga,
  TV tuvalu, UG uganda, UZ uzbekistan, VU vanuatu, VN vietnam, ZM zambia, ZW zimbabwe, BY belarus`
    .split(/,\s*/)
    .map((one) => [one.slice(0, 2), one.slice(3)] as const);

const POINTS = /[\u064b-\u0652]/g;
const scripts = [
  {
    script: 'Arabic',
    language: 'ar',
    write: inArabic,
    makeCheck: makeArabicCheck,
    rules: ARABIC,
    letters: /^[ء-ي ڤپ]+$/u,
  },
  {
    script: 'Hebrew',
    language: 'he',
    write: inHebrew,
    makeCheck: makeHebrewCheck,
    rules: HEBREW,
    letters: /^[א-ת '׳]+$/u,
  },
];

describe.each(scripts)('a name in $script', ({ script, language, write, makeCheck, rules, letters }) => {
  const seeds = Array.from({ length: 300 }, (_, at) => `${script} ${at}`);
  const countries = new Intl.DisplayNames(language, { type: 'region' });
  const namesOf = new Map(SAID.map(([code]) => [code, (countries.of(code) ?? '').replaceAll(POINTS, '')]));

  it.each(SAID)('may be spelt as CLDR spells %s, %s', (code, sound) => {
    expect(makeCheck(sound)(namesOf.get(code) ?? '')).toBe(true);
  });

  it('may not be spelt as another: the rules are not so loose that anything would fit', () => {
    const taken = SAID.flatMap(([code, sound]) => {
      const fits = makeCheck(sound);
      return [...namesOf]
        .filter(([other, name]) => other !== code && fits(name))
        .map(([other]) => `${code} as ${other}`);
    });
    expect(taken).toEqual([]);
  });

  it('is drawn only from what the rules allow, in all of their ways, and the same for the same seed', () => {
    const name = 'gamoʤi veʦaθ';
    const drawn = seeds.map((seed) => write(name, makeChance(seed)));
    const fits = makeCheck(name);
    expect(drawn.filter((text) => !fits(text))).toEqual([]);
    expect(seeds.map((seed) => write(name, makeChance(seed)))).toEqual(drawn);
    expect(new Set(drawn).size).toBeGreaterThan(20);
  });

  it('is written for every sound of every unit, in letters of the script alone, none of a vowel three times in a row', () => {
    const { people, places } = makeCast(makeChance(script), 12_000, 2400);
    const names = [...people, ...places].map((name) => (language === 'ar' ? name.arabic : name.hebrew));
    expect(names.filter((name) => !letters.test(name) || /([يواיוא])\1\1/u.test(name))).toEqual([]);
    const sounds = new Set(`${VOWELS}${CONSONANTS}`);
    const units = TONGUES.flatMap(({ onsets, nuclei, codas, given, family, place }) =>
      [onsets, nuclei, codas, given, family, place].flat(),
    );
    expect(units.filter(({ sound }) => [...sound].some((one) => !sounds.has(one)))).toEqual([]);
    for (const sound of sounds) expect(() => spellIn(rules, `a${sound}a`, makeChance(sound))).not.toThrow();
  });
});

describe('a name in Arabic', () => {
  it.each([
    ['kurti', 'كورتي', 'vowels are written as long ones'],
    ['merkel', 'ميركل', 'a short e is left out or not'],
    ['merkel', 'مركل', 'at the desk’s pleasure'],
    ['papadopulos', 'بابادوبولوس', 'p is written b'],
    ['vuʧiʧ', 'فوتشيتش', 'v is written f, č as t and sh'],
    ['gana', 'غانا', 'g is ghain in most countries'],
    ['gana', 'جانا', 'jeem in Egypt'],
    ['gana', 'كانا', 'kaf in the Levant'],
    ['ʒeljko', 'جيليكو', 'ž is jeem'],
    ['ʒeljko', 'زيليكو', 'or zain'],
    ['miʦotakis', 'ميتسوتاكيس', 'c is t and s'],
    ['ʃolʦ', 'شولتس', 'German z too'],
    ['θaʧi', 'ثاتشي', 'Albanian th has its letter'],
    ['friksos', 'فريكسوس', 'x is two letters'],
    ['barox', 'باروخ', 'German ch has its letter'],
    ['xania', 'هانيا', 'Greek χ too, or comes as h by way of Latin'],
    ['erdoɰan', 'أردوغان', 'ğ is silent in Turkish and written in Arabic'],
    ['obama', 'اوباما', 'the hamza of a first vowel may be missing'],
    ['bannat', 'بانات', 'double letters are single'],
    ['marija', 'ماريا', '-ija has one yeh'],
    ['olsi ʃtajn', 'أولسي شتاين', 'a diphthong is alef and yeh'],
    ['stambol', 'إستامبول', 's before a consonant may lean on an alef'],
    ['malta', 'مالطة', 'a last a may be teh marbuta'],
  ])('%s may be %s: %s', (sound, spelling) => {
    expect(makeArabicCheck(sound)(spelling)).toBe(true);
  });

  it.each([
    ['ʤori', 'كسهوري', 'Albanian xh by its letters'],
    ['ʦanko', 'كانكو', 'Serbian c by its letter'],
    ['ʃolʦ', 'سشهولز', 'German sch and z by their letters'],
    ['kurti', 'كرت', 'no vowel at all'],
    ['kurti', 'קורטי', 'another script'],
  ])('%s may not be %s: %s', (sound, spelling) => {
    expect(makeArabicCheck(sound)(spelling)).toBe(false);
  });

  it('has one desk’s letter for g throughout, and desks differ as they do', () => {
    const drawn = Array.from({ length: 500 }, (_, at) => inArabic('gaga', makeChance(`desk ${at}`)));
    const share = (letter: string): number => drawn.filter((text) => text.split(letter).length === 3).length / 500;
    expect(share('غ') + share('ج') + share('ك')).toBeCloseTo(1, 9);
    // Six, three and one of ten; five standard deviations of 500 draws are at most .11.
    expect(Math.abs(share('غ') - 0.6)).toBeLessThan(0.11);
    expect(Math.abs(share('ج') - 0.3)).toBeLessThan(0.11);
    expect(Math.abs(share('ك') - 0.1)).toBeLessThan(0.07);
  });
});

describe('a name in Hebrew', () => {
  it.each([
    ['kosovo', 'קוסובו', 'k is qof, o a vav, v between vowels bet'],
    ['vuʧiʧ', "ווצ'יץ'", 'a first v is a vav, č has its mark, at the end in the final form'],
    ['vuʧiʧ', 'ווצ׳יץ׳', 'with the mark of print'],
    ['miʦotakis', 'מיצוטאקיס', 't is tet, ts tsadi, a may be an alef'],
    ['miʦotakis', 'מיצוטקיס', 'or nothing'],
    ['ʃolʦ', 'שולץ', 'and tsadi has a final form'],
    ['papadopulos', 'פפדופולוס', 'p is pe'],
    ['filip', 'פיליפ', 'also at the end, where its final form would be read f'],
    ['jozef', 'יוזף', 'which it is here'],
    ['ʤokoviʧ', "ג'וקוביץ'", 'đ is gimel with a mark'],
    ['ʤokoviʧ', "דז'וקוביץ'", 'or dalet and zayin'],
    ['ʒeljko', "ז'ליקו", 'ž is zayin with a mark'],
    ['merkel', 'מרקל', 'e is left out'],
    ['rama', 'ראמה', 'a last a is he'],
    ['rama', 'ראמא', 'or alef'],
    ['mixalis', 'מיכאליס', 'Greek χ is kaf'],
    ['mixalis', 'מיחאליס', 'or het'],
    ['barox', 'ברוך', 'in its final form at the end'],
    ['monviloɰlu', 'מונבילולו', 'ğ is silent'],
    ['erdoɰan', 'ארדואן', 'with an alef for the a behind it'],
    ['marija', 'מריה', '-ija has one yod'],
    ['haradinaj', 'הרדינאי', '-aj is alef and yod'],
    ['majer', 'מאייר', 'j between vowels may be double'],
    ['brawn', 'בראון', 'aw is alef and vav'],
    ['waʃington', 'ואשינגטון', 'w is a vav'],
  ])('%s may be %s: %s', (sound, spelling) => {
    expect(makeHebrewCheck(sound)(spelling)).toBe(true);
  });

  it.each([
    ['vuʧiʧ', 'וציצ', 'without marks and final forms'],
    ['vuʧiʧ', "וווצ'יץ'", 'three vavs'],
    ['filip', 'פיליף', 'read Filif'],
    ['kurti', 'כורתי', 'the letters of Hebrew words'],
    ['ʤori', 'קסהורי', 'Albanian xh by its letters'],
    ['ʃolʦ', 'שולצ', 'no final form'],
  ])('%s may not be %s: %s', (sound, spelling) => {
    expect(makeHebrewCheck(sound)(spelling)).toBe(false);
  });

  it('ends in the final form of a letter that has one, and holds none elsewhere', () => {
    const words = makeCast(makeChance('ends'), 3000, 600).people.flatMap(({ hebrew }) => hebrew.split(' '));
    expect(words.filter((word) => /[ךםןףץ]['׳]?$/u.test(word)).length).toBeGreaterThan(300);
    expect(words.filter((word) => /[ךםןףץ](?!['׳]?$)/u.test(word))).toEqual([]);
    expect(words.filter((word) => /[כמנצ]['׳]?$/u.test(word))).toEqual([]);
  });
});

describe('the sounds of a tongue', () => {
  const soundOf = (id: string, latin: string): string | undefined => {
    const tongue = TONGUES.find((one) => one.id === id);
    const { onsets = [], nuclei = [], codas = [], given = [], family = [], place = [] } = tongue ?? {};
    return [onsets, nuclei, codas, given, family, place].flat().find((unit) => unit.latin === latin)?.sound;
  };

  it.each([
    ['sr', 'c ʦ, č ʧ, š ʃ, ž ʒ, đ ʤ, j j, lj lj, h h, ović oviʧ'],
    ['sq', 'xh ʤ, gj ʤ, q ʧ, ç ʧ, ll l, rr r, th θ, y y, ë ə, icë iʦə, iqi iʧi'],
    ['el', 'ou u, ch x, x ks, th θ, d ð, g ɣ, ts ʦ, opoulos opulos, issa isa'],
    ['en', 'ea i, oo u, ai ej, u a, th θ, wh w, j ʤ, ck k, ow o, ley li, bury beri'],
    ['de', 'w v, z ʦ, sch ʃ, st ʃt, ei aj, au aw, ie i, ä e, ö ø, ü y, ch x, itz iʦ'],
    ['tr', 'c ʤ, ç ʧ, ş ʃ, ı ɯ, y j, ö ø, ü y, oğlu oɰlu, köy køj, kaya kaja'],
  ])('are those of %s, not of the letters: %s', (id, list) => {
    for (const pair of list.split(', ')) {
      const [latin = '', sound] = pair.split(' ');
      expect({ latin, sound: soundOf(id, latin) }).toEqual({ latin, sound });
    }
  });
});

describe('a spelling that two people of a base may have', () => {
  const person = (id: string, sound: string): Name & { id: string } => ({
    id,
    tongue: 'sr',
    house: id,
    aliases: [],
    cyrillic: '',
    greek: '',
    ear: '',
    sound,
    arabic: inArabic(sound, makeChance(id)),
    hebrew: inHebrew(sound, makeChance(id)),
  });
  const people = [
    person('Pano Kosić', 'pano kosiʧ'),
    person('Bano Kosić', 'bano kosiʧ'),
    person('Lino Rak', 'lino rak'),
  ];
  const asked = askNamesLater({ chance: makeChance('two'), people, countries: [], most: 9 });
  const rightIn = (script: string): string[] =>
    asked
      .filter(({ kind }) => kind === script)
      .flatMap(({ right }) => right)
      .toSorted((a, b) => a.localeCompare(b));

  it('is not asked for: Pano and Bano are one in Arabic, and two in Hebrew', () => {
    expect(rightIn('Arabic')).toEqual(['Lino Rak']);
    expect(rightIn('Hebrew')).toEqual(['Bano Kosić', 'Lino Rak', 'Pano Kosić']);
  });
});
