/**
 * Syllable grammars, from which names are invented. A unit is one sound in the spelling of its language, in Cyrillic, in
 * Greek, as an English ear would write it, and in the broad letters of `sounds.ts`, as a desk abroad would say it: from
 * these it is spelt in Arabic and Hebrew. An ear or sound that is missing is as in the Latin spelling.
 */
export interface Unit {
  readonly latin: string;
  readonly cyrillic: string;
  readonly greek: string;
  readonly ear: string;
  readonly sound: string;
}

export interface Tongue {
  readonly id: string;
  readonly onsets: readonly Unit[];
  readonly nuclei: readonly Unit[];
  readonly codas: readonly Unit[];
  readonly given: readonly Unit[];
  readonly family: readonly Unit[];
  readonly place: readonly Unit[];
}

const units = (text: string): Unit[] =>
  text.split(' ').map((one) => {
    const [latin = '', cyrillic = '', greek = '', ear = latin, sound = latin] = one.split('/');
    return { latin, cyrillic, greek, ear, sound };
  });

const NONE: Unit = { latin: '', cyrillic: '', greek: '', ear: '', sound: '' };
const VOWELS = 'a/а/α e/е/ε i/и/ι o/о/ο';
const PLAIN = 'b/б/μπ d/д/ντ f/ф/φ g/г/γκ k/к/κ l/л/λ m/м/μ n/н/ν p/п/π r/р/ρ s/с/σ t/т/τ';

const tongue = (id: string, parts: Readonly<Record<Exclude<keyof Tongue, 'id'>, string>>): Tongue => ({
  id,
  onsets: units(parts.onsets),
  nuclei: units(parts.nuclei),
  codas: [NONE, NONE, NONE, ...units(parts.codas)],
  given: units(parts.given),
  family: units(parts.family),
  place: units(parts.place),
});

export const TONGUES: readonly Tongue[] = [
  tongue('sr', {
    onsets: `${PLAIN} v/в/β z/з/ζ ž/ж/ζ/zh/ʒ đ/ђ/τζ/dj/ʤ j/ј/γι/y lj/љ/λι/ly nj/њ/νι/ny h/х/χ c/ц/τσ/ts/ʦ č/ч/τσ/ch/ʧ š/ш/σ/sh/ʃ st/ст/στ dr/др/ντρ br/бр/μπρ vl/вл/βλ`,
    nuclei: `${VOWELS} u/у/ου/oo`,
    codas: 'n/н/ν r/р/ρ l/л/λ s/с/σ',
    given: 'a/а/α an/ан/αν oš/ош/ος/osh/oʃ ica/ица/ιτσα/itsa/iʦa ko/ко/κο ija/ија/ια/iya imir/имир/ιμιρ ena/ена/ενα',
    family:
      'ić/ић/ιτς/ich/iʧ ović/овић/οβιτς/ovich/oviʧ ević/евић/εβιτς/evich/eviʧ ac/ац/ατς/ats/aʦ anin/анин/ανιν ak/ак/ακ',
    place:
      'ovo/ово/οβο ica/ица/ιτσα/itsa/iʦa evac/евац/εβατς/evats/evaʦ ište/иште/ιστε/ishte/iʃte ača/ача/ατσα/acha/aʧa ina/ина/ινα',
  }),
  tongue('sq', {
    onsets: `${PLAIN} v/в/β z/з/ζ gj/ђ/γκι/dy/ʤ h/х/χ j/ј/γι/y ll/л/λ/l/l q/ћ/κι/ch/ʧ rr/р/ρ/r/r sh/ш/σ/sh/ʃ th/т/θ/th/θ xh/џ/τζ/j/ʤ zh/ж/ζ/zh/ʒ ç/ч/τσ/ch/ʧ dr/др/ντρ shk/шк/σκ/shk/ʃk`,
    nuclei: `${VOWELS} u/у/ου/oo ë/е/ε/e/ə y/и/ι`,
    codas: 'n/н/ν r/р/ρ l/л/λ sh/ш/σ/sh/ʃ',
    given: 'an/ан/αν im/им/ιμ on/он/ον a/а/α ita/ита/ιτα or/ор/ορ esa/еса/εσα ush/уш/ους/oosh/uʃ',
    family:
      'aj/ај/αι/ai i/и/ι a/а/α oshi/оши/οσι/oshi/oʃi iqi/ићи/ικι/ichi/iʧi ani/ани/ανι olli/оли/ολι/oli/oli uka/ука/ουκα',
    place:
      'ovë/ове/οβε/ova/ovə icë/ице/ιτσε/itsa/iʦə aj/ај/αι/ai ishtë/иште/ιστε/ishte/iʃtə an/ан/αν inë/ине/ινε/ina/inə',
  }),
  tongue('el', {
    onsets:
      'v/в/β g/г/γ/g/ɣ d/д/δ/d/ð th/т/θ/th/θ k/к/κ l/л/λ m/м/μ n/н/ν x/кс/ξ/ks/ks p/п/π r/р/ρ s/с/σ t/т/τ f/ф/φ ch/х/χ/h/x ps/пс/ψ str/стр/στρ ts/ц/τσ/ts/ʦ',
    nuclei: 'a/а/α e/е/ε i/и/η o/о/ο ou/у/ου/oo/u i/и/ι',
    codas: 'n/н/ν r/р/ρ l/л/λ s/с/σ',
    given: 'os/ос/ος is/ис/ης a/а/α ia/иа/ία ini/ини/ίνη ios/иос/ιος',
    family:
      'opoulos/опулос/όπουλος/opoolos/opulos akis/акис/άκης idis/идис/ίδης/idis/iðis ou/у/ου/oo/u atos/атос/άτος iadis/иадис/ιάδης/iadis/iaðis elis/елис/έλης',
    place: 'i/и/η ia/иа/ία os/ос/ος ari/ари/άρι ona/она/ώνα issa/иса/ίσσα/isa/isa',
  }),
  tongue('en', {
    onsets: `${PLAIN} br/бр/μπρ ch/ч/τσ/ch/ʧ cl/кл/κλ/kl/kl gr/гр/γκρ h/х/χ j/џ/τζ/j/ʤ sh/ш/σ/sh/ʃ st/ст/στ th/т/θ/th/θ w/в/γου wh/в/γου/w/w`,
    nuclei: `${VOWELS} ea/и/ι/ee/i ee/и/ι/ee/i oo/у/ου/oo/u ai/еј/εϊ/ay/ej u/а/α/u/a`,
    codas: 'n/н/ν r/р/ρ l/л/λ ck/к/κ/k/k nd/нд/ντ',
    given: 'a/а/α en/ен/εν in/ин/ιν y/и/ι/ie/i ia/ија/ια/iya ert/ерт/ερτ on/он/ον',
    family:
      'erson/ерсон/ερσον ington/ингтон/ινγκτον ell/ел/ελ/el/el er/ер/ερ ow/оу/οου/o/o ard/ард/αρντ ley/ли/λεϊ/lee/li',
    place:
      'ingham/ингам/ινγκαμ erton/ертон/ερτον eford/ефорд/εφορντ/eford/əford ow/оу/οου/o/o bury/бери/μπερι/berry/beri ick/ик/ικ/ik/ik',
  }),
  tongue('de', {
    onsets: `${PLAIN} h/х/χ kr/кр/κρ pf/пф/πφ/f sch/ш/σ/sh/ʃ schr/шр/σρ/shr/ʃr st/шт/στ/sht/ʃt tr/тр/τρ w/в/β/v/v z/ц/τσ/ts/ʦ`,
    nuclei: `${VOWELS} u/у/ου/oo ä/е/ε/e/e ö/е/ε/er/ø ü/и/ι/oo/y ei/ај/αϊ/ai/aj au/ау/αου/ow/aw ie/и/ι/ee/i`,
    codas: 'n/н/ν r/р/ρ l/л/λ ch/х/χ/ch/x ck/к/κ/k/k',
    given: 'a/а/α ert/ерт/ερτ olf/олф/ολφ in/ин/ιν hild/хилд/χιλντ e/е/ε mut/мут/μουτ/moot',
    family: 'er/ер/ερ ermann/ерман/ερμαν/erman/erman ing/инг/ινγκ berg/берг/μπεργκ el/ел/ελ ke/ке/κε ner/нер/νερ',
    place:
      'ingen/инген/ινγκεν au/ау/αου/ow/aw enberg/енберг/ενμπεργκ endorf/ендорф/εντορφ eck/ек/εκ/ek/ek itz/иц/ιτς/its/iʦ',
  }),
  tongue('tr', {
    onsets: `${PLAIN} c/џ/τζ/j/ʤ ç/ч/τσ/ch/ʧ h/х/χ ş/ш/σ/sh/ʃ v/в/β y/ј/γι/y/j z/з/ζ`,
    nuclei: `${VOWELS} ı/и/ι/i/ɯ ö/е/ο/er/ø u/у/ου/oo ü/и/ου/oo/y`,
    codas: 'n/н/ν r/р/ρ l/л/λ k/к/κ',
    given: 'an/ан/αν a/а/α et/ет/ετ ül/ил/ουλ/ool/yl in/ин/ιν ay/ај/αϊ/ay/aj',
    family:
      'oğlu/оглу/ογλου/oloo/oɰlu an/ан/αν er/ер/ερ kaya/каја/καγια/kaya/kaja çı/чи/τσι/chi/ʧɯ türk/тирк/τουρκ/toork/tyrk',
    place: 'köy/кеј/κοϊ/koy/køj ova/ова/οβα lı/ли/λι/li/lɯ hisar/хисар/χισαρ pınar/пинар/πιναρ/pinar/pɯnar',
  }),
];
