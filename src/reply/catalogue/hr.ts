import type { en } from './en.ts';
import type { Translated } from './forms.ts';
import { margin } from './hr-check.ts';
import { declarations } from './hr-commands.ts';
import { digest } from './hr-digest.ts';
import { door } from './hr-door.ts';
import { names } from './hr-names.ts';
import { pictures } from './hr-pictures.ts';

/**
 * In Croatian. What is put in keeps its nominative: the words around it ask for no other case, so a name often stands behind
 * a colon or beside a noun ("u temi X").
 */
export const hr = {
  ...declarations,
  ...names,
  ...margin,
  ...door,
  ...digest,
  ...pictures,

  'status.confirmed': 'POTVRĐENO',
  'status.reported': 'NAVODI MEDIJ',
  'status.attributed': 'PREMA IZJAVI',
  'status.disputed': 'SPORNO',
  'status.unverified': 'NEPROVJERENO, nije za objavu',
  'status.retracted': 'POVUČENO, ne koristiti',

  'kind.event': { one: '{n} događaj', few: '{n} događaja', other: '{n} događaja' },
  'kind.state': { one: '{n} stanje', few: '{n} stanja', other: '{n} stanja' },
  'kind.position': { one: '{n} stajalište', few: '{n} stajališta', other: '{n} stajališta' },
  'kind.quote': { one: '{n} citat', few: '{n} citata', other: '{n} citata' },
  'kind.figure': { one: '{n} brojka', few: '{n} brojke', other: '{n} brojki' },
  'kind.role': { one: '{n} funkcija', few: '{n} funkcije', other: '{n} funkcija' },

  'type.person': 'osoba',
  'type.organisation': 'organizacija',
  'type.group': 'skupina',
  'type.place': 'mjesto',

  'fact.labelled': '{label}: {value}',
  'fact.speaker': '{speaker}: ',
  'fact.speakerTold': '{speaker} za {told}: ',
  'fact.via': '{speaker}, prenosi {told}: ',
  'fact.implied': 'mjesto se podrazumijeva, nije navedeno',
  'fact.damaged': 'Oštećeno u izvoru, provjeriti prije uporabe: {what}',
  'fact.oneOrigin': 'bez drugog neovisnog izvora',
  'fact.disputes': 'U suprotnosti s: {ids}',
  'fact.corrected': 'ISPRAVLJENO ({on}): bilo je „{was}” ({because})',
  'fact.superseded': 'Zamijenilo ga je novije: {ids}',
  'fact.because': 'Razlog: {because}',
  'fact.figure': 'Kako je objavljeno: {value} ({unit}) · što se broji: {counts}',
  'fact.asOf': 'stanje: {date}',
  'fact.counted': 'Tko je brojao: {speaker}',
  'fact.countedNotSaid': 'Nije navedeno tko je brojao',
  'fact.words': '„{words}”',

  'source.outletUnknown': 'medij nepoznat',
  'source.dateUnknown': 'datum nepoznat',
  'source.line': 'redak {n}',
  'source.inferred': '(zaključeno)',
  'source.published': 'Objavljeno: {date}',
  'source.retrieved': 'Preuzeto: {date}',
  'source.licence': 'Licencija: {licence}',
  'source.licenceUnknown': 'Licencija nepoznata: pitajte prije duljeg citiranja',
  'source.archived': 'Arhivirano bajt po bajt, SHA-256 {hash}: podudara se',
  'source.notArchived': 'Nije arhivirano: navodi se ne provjeravaju strojno',
  'source.rests': {
    one: 'Na tom se izvoru temelji {n} činjenica',
    few: 'Na tom se izvoru temelje {n} činjenice',
    other: 'Na tom se izvoru temelji {n} činjenica',
  },
  'source.said': {
    one: 'Na tim se izjavama temelji {n} činjenica',
    few: 'Na tim se izjavama temelje {n} činjenice',
    other: 'Na tim se izjavama temelji {n} činjenica',
  },
  'source.told': {
    one: 'Što je ovdje rečeno: {n} činjenica',
    few: 'Što je ovdje rečeno: {n} činjenice',
    other: 'Što je ovdje rečeno: {n} činjenica',
  },
  'source.nothingSaid': 'U temi {story} ništa se ne temelji na izjavi: {who}',
  'source.translated': 'Prijevod s jezika: {language}',

  'who.unnamed': 'Naši izvori ne navode ime.',
  'who.role': '{title}, {of}',
  'who.spellings': 'Drugi zapisi: {names}',
  'who.quotes': {
    one: 'U bazi je {n} njihov citat',
    few: 'U bazi su {n} njihova citata',
    other: 'U bazi je {n} njihovih citata',
  },
  'who.noQuotes': 'U bazi nema njihovih citata',
  'who.is': 'Tko je to',
  'who.newest': 'Najnovije prvo',
  'who.members': 'U sastavu',
  'who.several': {
    one: 'Upitu „{asked}” odgovara {n} ime: koje?',
    few: 'Upitu „{asked}” odgovaraju {n} imena: koje?',
    other: 'Upitu „{asked}” odgovara {n} imena: koje?',
  },
  'who.all': '{asked}: svih {n} koji odgovaraju',
  'who.notLinked': 'Zasebni unosi: ništa u bazi ne govori da je riječ o istome.',

  'where.names': 'Nazivi u uporabi: {names}',
  'where.in': 'Nalazi se u: {place}',
  'where.point': '{lat}° s. š., {lon}° i. d. ({precision})',
  'where.noPoint': 'Nema koordinata: mjesto nije ucrtano.',
  'where.here': 'Što se ondje dogodilo, najnovije prvo',
  'where.inside': 'Unutar toga: {place}',

  'way.alias': 'Pronađeno po drugom obliku imena: „{matched}”',
  'way.transliteration': 'Pronađeno po obliku na drugom pismu: „{matched}”',
  'way.role': 'Pronađeno po funkciji: {matched}',
  'way.prefix': 'Pronađeno po početku: „{matched}”',
  'way.fuzzy': 'Pronađeno po sličnom zapisu: „{matched}”',
  'way.words': 'Pronađeno po riječima iz činjenica: „{matched}”',

  'timeline.title': 'Kronologija: {asked}',
  'timeline.all': 'Kronologija teme {story}',
  'timeline.dated': 'Najstarije prvo',
  'timeline.best': 'Najbolji odgovor prvi',
  'timeline.undated': 'Datum nije naveden',
  'timeline.noneOn': 'U temi {story} nema činjenica s tim datumom: {date}',
  'timeline.earlier': 'Najbliži raniji datum: {date}',
  'timeline.later': 'Najbliži kasniji datum: {date}',
  'timeline.understood': 'Shvaćeno kao: {date}',

  'search.title': 'Traženo: {asked}',
  'search.counts': 'Pronađeno: {counts}',
  'search.people': 'Osobe, organizacije, mjesta',
  'what.title': 'Pitanje: {asked}',
  'quote.title': 'Od riječi do riječi: {asked}',
  'figure.title': 'Brojke: {asked}',
  'claim.title': 'Tvrdnje, samo prema izjavi: {asked}',

  'nothing.about': 'U temi {story} nema ničega za upit {asked}',
  'nothing.noQuotes': 'U temi {story} nema citata. Traženo: {who}',
  'nothing.suggest': 'Jeste li mislili: {names}?',
  'nothing.related': 'Povezano, ne odgovara na pitanje',
  'nothing.retracted': 'Povučeno, ne koristiti',
  'nothing.noSuchName': 'Nitko i ništa u ovoj temi ne zove se „{name}”. Odaberite s popisa.',
  'nothing.severalNames': 'Upitu „{name}” odgovara više imena iz ove teme. Odaberite jedno s popisa.',
  'nothing.noSuchDay': '„{day}” nije dan u kalendaru',
  'nothing.empty': 'Upišite što tražite.',

  'brief.title': 'Pregled: {story}, {date}',
  'brief.quiet': 'Ništa novo od: {since}.',
  'brief.stands': 'Dokle se stiglo',
  'brief.new': 'Novo',
  'brief.said': 'Što možemo reći i tko to kaže',
  'brief.dispute': 'Sporno ili nije za objavu',
  'brief.unknown': 'Što ne znamo',
  'brief.owner': 'zadužen: {owner}',
  'brief.unowned': 'još nitko nije zadužen',
  'brief.corrected': 'Ispravljeno',
  'brief.ahead': 'Slijedi',
  'brief.names': 'Imena i kako se pišu',

  'story.set': 'Pitanja u ovom kanalu od sada se odnose na ovu temu.',
  'story.none': 'Ovaj kanal još nema temu. Odaberite je naredbom /tema (/story).',
  'story.notLoaded': 'Tema „{story}” nije učitana. Odaberite drugu naredbom /tema (/story).',
  'story.unknown': 'Nijedna se tema ne zove „{story}”. Odaberite jednu s popisa.',
  'story.all': 'Sve teme',
  'story.holds': '{facts}, {sources}',
  'story.sources': { one: '{n} izvor', few: '{n} izvora', other: '{n} izvora' },
  'story.newest': 'Najnovija: {date}',

  'settings.title': 'Kako ovdje odgovaram',
  'settings.changed': 'Promijenjeno. Kako ovdje odgovaram',
  'settings.story': 'Tema',
  'settings.noStory': 'nije postavljena; postavlja se naredbom /tema (/story)',
  'settings.answers': 'Odgovori',
  'settings.private': 'privatni, s gumbom za objavu',
  'settings.shared': 'vidljivi svima',
  'settings.language': 'Jezik kojim govorim',
  'settings.asker': 'jezik onoga tko pita',
  'settings.theme': 'Slike',
  'settings.dark': 'tamne',
  'settings.light': 'svijetle',
  'settings.nowhere': 'Postavke pripadaju kanalu na Discordu: pitajte ondje.',
  'settings.noServer': 'Izravna poruka nema poslužitelj. Odaberite doseg „kanal”.',
  'settings.forbidden':
    'To mogu mijenjati samo članovi koji smiju upravljati kanalom (za cijeli poslužitelj: oni koji smiju upravljati poslužiteljem).',

  'context.title': 'Gdje stoji u izvoru',

  'help.title': 'Što se može pitati o temi {story}',
  'help.commands': 'Naredbe',
  'help.examples': 'Pokušajte',
  'help.proof':
    'Uz svaku tvrdnju stoji navod koji je potkrepljuje. Ne morate birati s popisa: odgovaram i na slobodan tekst. Imena se nalaze u bilo kojem zapisu ili pismu.',

  'foot.story': '{story} · {facts}',
  'foot.facts': { one: '{n} činjenica', few: '{n} činjenice', other: '{n} činjenica' },
} satisfies Translated<typeof en>;
