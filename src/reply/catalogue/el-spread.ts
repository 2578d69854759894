import type { spread as english } from './en-spread.ts';
import type { Translated } from './forms.ts';

export const spread = {
  'mark.correctedOn': 'ΔΙΟΡΘΩΘΗΚΕ {on}',
  'mark.corrected': '{label}: {now} Ήταν: «{was}» ({because})',
  'mark.retractedOn': 'ΑΠΟΣΥΡΘΗΚΕ {on}',
  'mark.retracted': '{label}, να μη χρησιμοποιηθεί: {now} ({because})',
  'mark.short': '{label}: {id}. Η ειδοποίηση βρίσκεται πιο κάτω σε αυτό το κανάλι.',
  'spread.correct': 'Διόρθωση: {id}',
  'spread.retract': 'Αποσύρθηκε: {id}',
  'spread.was': 'Εμφανίστηκε εδώ και ήταν λάθος: «{was}» ({because})',
  'spread.doNotUse': 'Εμφανίστηκε εδώ· να μη χρησιμοποιηθεί: {because}',
  'spread.noRoom': {
    one: '{n} μήνυμα εδώ δεν έχει χώρο για τη σήμανση και μένει όπως ήταν.',
    other: '{n} μηνύματα εδώ δεν έχουν χώρο για τη σήμανση και μένουν όπως ήταν.',
  },
  'spread.unreached': 'Μια διόρθωση δεν έφτασε παντού: {id}',
  'spread.at': '{message} σε {channel}: {why}',
  'spread.noNotice': 'Καμία ειδοποίηση σε {channel}: {why}',
  'spread.message': 'ένα μήνυμα',
  'spread.channel': 'αυτό το κανάλι',
  'spread.why.deleted': 'διαγράφηκε',
  'spread.why.forbidden': 'δεν έχω το δικαίωμα εκεί ({code})',
  'spread.why.gone': 'δεν βλέπω αυτό το κανάλι ({code})',
  'spread.why.silent': 'το Discord δεν απάντησε ακόμη· συνεχίζω να προσπαθώ',
  'spread.why.uncertain': 'δεν είναι βέβαιο ότι δημοσιεύτηκε· παρακαλώ ελέγξτε ({code})',
  'spread.why.code': 'το Discord το αρνήθηκε ({code})',
} satisfies Translated<typeof english>;
