import type { door as english } from './en-door.ts';
import type { Translated } from './forms.ts';

export const door = {
  'door.noStore':
    'Ne mogu pročitati što je postavljeno za ovaj kanal, pa ne znam koja mu je tema. Pitajte ponovno za minutu.',
  'door.previous': 'Prethodna',
  'door.page': 'Stranica {page} od {pages}',
  'door.next': 'Sljedeća',
  'door.mean': {
    one: 'Jeste li mislili na ovo?',
    few: 'Jeste li mislili na nešto od ovoga?',
    other: 'Jeste li mislili na nešto od ovoga?',
  },
  'door.which': 'Koje?',
  'door.post': 'Objavi ovdje',
  'door.source': 'Pokaži izvor',
  'door.log': 'Zabilježi kao otvoreno pitanje',
  'door.logged': 'Zabilježeno: sada je među otvorenim pitanjima redakcije.',
  'door.delete': 'Izbriši moje',
  'door.notYours': 'Ovaj odgovor može izbrisati samo onaj tko je pitao.',
  'door.wrong': 'Pogrešan odgovor?',
  'door.expected': 'Što ste očekivali?',
  'door.thanks': 'Hvala. Redakcija će vidjeti što ste očekivali.',
  'door.inFile': 'Cijeli je odgovor u priloženoj datoteci.',
  'door.asked': 'Pita: {name} · {question}',
  'door.continued': 'nastavak',
  'door.failed': 'Nešto je ovdje pošlo po zlu. Zabilježeno je; pokušajte ponovno.',
  'door.unknown': 'Ova naredba ovdje više ne postoji. Upišite / za popis postojećih.',
  'door.tooLong': 'Pitanje je predugo. Skratite ga ili upotrijebite manje opcija.',
  'door.stale': 'Ovaj gumb više ne odgovara odgovoru. Pitajte ponovno naredbom.',
  'door.posted': 'Ovaj odgovor ovdje već svi vide.',
  'form.text': 'Tekst',
  'form.day': 'Njegov dan, gdje piše „danas”',
  'draft.noText': 'U tome nema teksta koji bi se mogao provjeriti.',
  'draft.kind': 'Čitaju se samo datoteke .txt, .md i .docx.',
  'draft.tooLarge': 'Datoteka je prevelika: čita se najviše 256 KB.',
  'draft.unreadable':
    'Datoteka se ne može pročitati: oštećena je ili nije ono što joj piše u nazivu. Spremite je ponovno kao .txt u UTF-8.',
  'draft.notFetched': 'Datoteka se nije mogla dohvatiti s Discorda. Pokušajte ponovno ili zalijepite tekst.',
} satisfies Translated<typeof english>;
