import type { digest as english } from '../en/digest.ts';
import type { Translated } from '../plural-forms.ts';

export const digest = {
  'digest.none':
    'Za ovaj kanal nije postavljen dnevni pregled. Postavite ga naredbom /dnevni-pregled (/digest) „postavi”.',
  'digest.title': 'Dnevni pregledi ovog kanala',
  'digest.set': 'Pregled „{edition}” postavljen je za ovaj kanal',
  'digest.paused': 'Pregled „{edition}” je pauziran',
  'digest.resumed': 'Pregled „{edition}” se nastavlja',
  'digest.removed': 'Pregled „{edition}” je uklonjen',
  'digest.noSuch':
    'Ovaj kanal nema pregled koji se zove „{edition}”. Naredba /dnevni-pregled (/digest) „popis” pokazuje koje ima.',
  'digest.row': '„{edition}”: {time} {zone}, {days}',
  'digest.next': 'Sljedeći: {date}, {time} ({zone})',
  'digest.isPaused': 'pauziran',
  'digest.isParked': 'zaustavljen jer ga je Discord odbio: {reason}. Ispravite to pa odaberite „nastavi”.',
  'digest.preview': 'Ovo bi bilo objavljeno',
  'digest.stops': 'Ovo bi ga zaustavilo',
  'digest.lacks':
    'U ovom mi kanalu nedostaju dopuštenja: {permissions}. Dodijelite ih mojoj ulozi pa pokušajte ponovno.',
  'digest.noPosts':
    'U izravnoj se poruci ništa ne objavljuje. Upotrijebite /dnevni-pregled (/digest) u kanalu na poslužitelju.',
  'digest.badTime': '„{time}” nije doba dana. Upišite ga kao 07:30.',
  'digest.badZone': '„{zone}” nije vremenska zona. Odaberite je s popisa, na primjer Europe/Zagreb.',
  'digest.badDays': '„{days}” nisu dani u tjednu. Odaberite s popisa ili upišite pon-pet ili pon, sri, pet.',
  'digest.badEdition': 'Naziv izdanja ima od 1 do 32 slova, znamenke ili crtice.',
  'digest.everyDay': 'svaki dan',
  'digest.late': 'Kasni: trebalo je biti objavljeno u {time}.',
  'digest.missed': 'Pregled nije objavljen za: {dates}. Nije me bilo dulje od šest sati.',
  'digest.notice.parked':
    'Dnevni pregled „{edition}” ({date}) je zaustavljen: Discord ga je odbio ({code}). Ondje pogledajte /dnevni-pregled (/digest) „pretpregled”.',
  'digest.notice.uncertain':
    'Nije sigurno da je dnevni pregled „{edition}” ({date}) objavljen: ne smijem čitati što je napisano u njegovu kanalu ({code}). Pogledajte ondje; ništa ne objavljujem naslijepo.',
} satisfies Translated<typeof english>;
