import type { margin as english } from './en-check.ts';
import type { Translated } from './forms.ts';

export const margin = {
  'check.sentences': { one: '{n} rečenica', few: '{n} rečenice', other: '{n} rečenica' },
  'check.none': 'Ničega iz ovog teksta nema u temi {story}',
  'check.differs': 'Odstupa',
  'check.attributed only': 'Samo prema izjavi: navedite tko to kaže',
  'check.not in the base': 'Nije u bazi',
  'check.agrees': 'Slaže se',
  'check.nothing to check': 'Nema što provjeriti',
  'check.count.differs': { one: '{n} odstupa', few: '{n} odstupaju', other: '{n} odstupa' },
  'check.count.attributed only': {
    one: '{n} bez navoda tko to kaže',
    few: '{n} bez navoda tko to kaže',
    other: '{n} bez navoda tko to kaže',
  },
  'check.count.not in the base': { one: '{n} nije u bazi', few: '{n} nisu u bazi', other: '{n} nije u bazi' },
  'check.count.agrees': { one: '{n} se slaže', few: '{n} se slažu', other: '{n} se slaže' },
  'check.count.nothing to check': {
    one: '{n} bez ičega za provjeru',
    few: '{n} bez ičega za provjeru',
    other: '{n} bez ičega za provjeru',
  },

  'note.count': 'Broj: u tekstu „{draft}”, u bazi „{base}”',
  'note.day': 'Dan: u tekstu „{draft}”, u bazi „{base}”',
  'note.place': 'Mjesto: u tekstu „{draft}”, u bazi „{base}”',
  'note.name': 'Ime: u tekstu „{draft}”, kod nas se piše „{base}”',
  'note.role': 'Funkcija: u tekstu „{draft}”, u bazi „{base}”',
  'note.speaker': 'Tko to kaže: u tekstu „{draft}”, u bazi „{base}”',
  'note.words': 'Izričaj: u tekstu „{draft}”, u izvoru „{base}”',
  'note.certainty': 'Pouzdanost: u tekstu „{draft}”, u bazi „{base}”',
  'note.negation': 'Negacija: u tekstu „{draft}”, u bazi „{base}”',
  'note.attributed': 'Temelji se na izjavi: {base}',
  'note.disputed': 'Sporno: {base}',
  'note.corrected': 'U međuvremenu ispravljeno: {base}',
  'note.retracted': 'Povučeno, ne koristiti: {base}',
  'note.unverified': 'Neprovjereno, nije za objavu: {base}',
  'note.overtaken': 'U međuvremenu zastarjelo: {base}',
  'note.damaged': 'Oštećeno u izvoru: {base}',
  'note.unknown': 'Tih riječi nema ni u jednom izvoru: „{draft}”',
} satisfies Translated<typeof english>;
