import type { spread as english } from './en-spread.ts';
import type { Translated } from './forms.ts';

export const spread = {
  'mark.correctedOn': 'ISPRAVLJENO {on}',
  'mark.corrected': '{label}: {now} Bilo je: „{was}” ({because})',
  'mark.retractedOn': 'POVUČENO {on}',
  'mark.retracted': '{label}, ne koristiti: {now} ({because})',
  'mark.short': '{label}: {id}. Obavijest stoji niže u ovom kanalu.',
  'spread.correct': 'Ispravak: {id}',
  'spread.retract': 'Povučeno: {id}',
  'spread.was': 'Ovdje je ranije prikazano, a netočno je: „{was}” ({because})',
  'spread.doNotUse': 'Ovdje je ranije prikazano; ne koristiti: {because}',
  'spread.noRoom': {
    one: '{n} poruka ovdje nema mjesta za oznaku i ostaje kakva je bila.',
    few: '{n} poruke ovdje nemaju mjesta za oznaku i ostaju kakve su bile.',
    other: '{n} poruka ovdje nema mjesta za oznaku i ostaju kakve su bile.',
  },
  'spread.unreached': 'Ispravak nije stigao svuda: {id}',
  'spread.at': '{message} u {channel}: {why}',
  'spread.noNotice': 'Nema obavijesti u {channel}: {why}',
  'spread.message': 'jedna poruka',
  'spread.channel': 'ovom kanalu',
  'spread.why.deleted': 'izbrisana je',
  'spread.why.forbidden': 'to ondje ne smijem ({code})',
  'spread.why.gone': 'taj kanal ne vidim ({code})',
  'spread.why.silent': 'Discord još nije odgovorio; pokušavam dalje',
  'spread.why.uncertain': 'nije sigurno je li objavljena; molim provjerite ({code})',
  'spread.why.code': 'Discord je to odbio ({code})',
} satisfies Translated<typeof english>;
