/**
 * Syllable grammars, from which names are invented. A unit is one sound in the spelling of its language, in Cyrillic, in
 * Greek, and as an English ear would write it; what is missing is as in the Latin spelling (or, of the ear, the same).
 */
export interface Unit {
  readonly latin: string;
  readonly cyrillic: string;
  readonly greek: string;
  readonly ear: string;
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
    const [latin = '', cyrillic = '', greek = '', ear = latin] = one.split('/');
    return { latin, cyrillic, greek, ear };
  });

const NONE: Unit = { latin: '', cyrillic: '', greek: '', ear: '' };
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
    onsets: `${PLAIN} v/в/β z/з/ζ ž/ж/ζ/zh đ/ђ/τζ/dj j/ј/γι/y lj/љ/λι/ly nj/њ/νι/ny h/х/χ c/ц/τσ/ts č/ч/τσ/ch š/ш/σ/sh st/ст/στ dr/др/ντρ br/бр/μπρ vl/вл/βλ`,
    nuclei: `${VOWELS} u/у/ου/oo`,
    codas: 'n/н/ν r/р/ρ l/л/λ s/с/σ',
    given: 'a/а/α an/ан/αν oš/ош/ος/osh ica/ица/ιτσα/itsa ko/ко/κο ija/ија/ια/iya imir/имир/ιμιρ ena/ена/ενα',
    family: 'ić/ић/ιτς/ich ović/овић/οβιτς/ovich ević/евић/εβιτς/evich ac/ац/ατς/ats anin/анин/ανιν ak/ак/ακ',
    place: 'ovo/ово/οβο ica/ица/ιτσα/itsa evac/евац/εβατς/evats ište/иште/ιστε/ishte ača/ача/ατσα/acha ina/ина/ινα',
  }),
  tongue('sq', {
    onsets: `${PLAIN} v/в/β z/з/ζ gj/ђ/γκι/dy h/х/χ j/ј/γι/y ll/л/λ/l q/ћ/κι/ch rr/р/ρ/r sh/ш/σ th/т/θ xh/џ/τζ/j zh/ж/ζ ç/ч/τσ/ch dr/др/ντρ shk/шк/σκ`,
    nuclei: `${VOWELS} u/у/ου/oo ë/е/ε/e y/и/ι`,
    codas: 'n/н/ν r/р/ρ l/л/λ sh/ш/σ',
    given: 'an/ан/αν im/им/ιμ on/он/ον a/а/α ita/ита/ιτα or/ор/ορ esa/еса/εσα ush/уш/ους/oosh',
    family: 'aj/ај/αι/ai i/и/ι a/а/α oshi/оши/οσι iqi/ићи/ικι/ichi ani/ани/ανι olli/оли/ολι/oli uka/ука/ουκα',
    place: 'ovë/ове/οβε/ova icë/ице/ιτσε/itsa aj/ај/αι/ai ishtë/иште/ιστε/ishte an/ан/αν inë/ине/ινε/ina',
  }),
  tongue('el', {
    onsets:
      'v/в/β g/г/γ d/д/δ th/т/θ k/к/κ l/л/λ m/м/μ n/н/ν x/кс/ξ/ks p/п/π r/р/ρ s/с/σ t/т/τ f/ф/φ ch/х/χ/h ps/пс/ψ str/стр/στρ ts/ц/τσ',
    nuclei: 'a/а/α e/е/ε i/и/η o/о/ο ou/у/ου/oo i/и/ι',
    codas: 'n/н/ν r/р/ρ l/л/λ s/с/σ',
    given: 'os/ос/ος is/ис/ης a/а/α ia/иа/ία ini/ини/ίνη ios/иос/ιος',
    family:
      'opoulos/опулос/όπουλος/opoolos akis/акис/άκης idis/идис/ίδης ou/у/ου/oo atos/атос/άτος iadis/иадис/ιάδης elis/елис/έλης',
    place: 'i/и/η ia/иа/ία os/ос/ος ari/ари/άρι ona/она/ώνα issa/иса/ίσσα/isa',
  }),
  tongue('en', {
    onsets: `${PLAIN} br/бр/μπρ ch/ч/τσ cl/кл/κλ/kl gr/гр/γκρ h/х/χ j/џ/τζ sh/ш/σ st/ст/στ th/т/θ w/в/γου wh/в/γου/w`,
    nuclei: `${VOWELS} ea/и/ι/ee ee/и/ι oo/у/ου ai/еј/εϊ/ay u/а/α`,
    codas: 'n/н/ν r/р/ρ l/л/λ ck/к/κ/k nd/нд/ντ',
    given: 'a/а/α en/ен/εν in/ин/ιν y/и/ι/ie ia/ија/ια/iya ert/ерт/ερτ on/он/ον',
    family: 'erson/ерсон/ερσον ington/ингтон/ινγκτον ell/ел/ελ/el er/ер/ερ ow/оу/οου/o ard/ард/αρντ ley/ли/λεϊ/lee',
    place: 'ingham/ингам/ινγκαμ erton/ертон/ερτον eford/ефорд/εφορντ ow/оу/οου/o bury/бери/μπερι/berry ick/ик/ικ/ik',
  }),
  tongue('de', {
    onsets: `${PLAIN} h/х/χ kr/кр/κρ pf/пф/πφ/f sch/ш/σ/sh schr/шр/σρ/shr st/шт/στ/sht tr/тр/τρ w/в/β/v z/ц/τσ/ts`,
    nuclei: `${VOWELS} u/у/ου/oo ä/е/ε/e ö/е/ε/er ü/и/ι/oo ei/ај/αϊ/ai au/ау/αου/ow ie/и/ι/ee`,
    codas: 'n/н/ν r/р/ρ l/л/λ ch/х/χ ck/к/κ/k',
    given: 'a/а/α ert/ерт/ερτ olf/олф/ολφ in/ин/ιν hild/хилд/χιλντ e/е/ε mut/мут/μουτ/moot',
    family: 'er/ер/ερ ermann/ерман/ερμαν/erman ing/инг/ινγκ berg/берг/μπεργκ el/ел/ελ ke/ке/κε ner/нер/νερ',
    place: 'ingen/инген/ινγκεν au/ау/αου/ow enberg/енберг/ενμπεργκ endorf/ендорф/εντορφ eck/ек/εκ/ek itz/иц/ιτς/its',
  }),
  tongue('tr', {
    onsets: `${PLAIN} c/џ/τζ/j ç/ч/τσ/ch h/х/χ ş/ш/σ/sh v/в/β y/ј/γι z/з/ζ`,
    nuclei: `${VOWELS} ı/и/ι/i ö/е/ο/er u/у/ου/oo ü/и/ου/oo`,
    codas: 'n/н/ν r/р/ρ l/л/λ k/к/κ',
    given: 'an/ан/αν a/а/α et/ет/ετ ül/ил/ουλ/ool in/ин/ιν ay/ај/αϊ',
    family: 'oğlu/оглу/ογλου/oloo an/ан/αν er/ер/ερ kaya/каја/καγια çı/чи/τσι/chi türk/тирк/τουρκ/toork',
    place: 'köy/кеј/κοϊ/koy ova/ова/οβα lı/ли/λι/li hisar/хисар/χισαρ pınar/пинар/πιναρ/pinar',
  }),
];
