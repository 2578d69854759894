import { margin } from './el-check.ts';
import { declarations } from './el-commands.ts';
import { digest } from './el-digest.ts';
import { door } from './el-door.ts';
import { names } from './el-names.ts';
import { pictures } from './el-pictures.ts';
import type { en } from './en.ts';
import type { Translated } from './forms.ts';

/**
 * In Greek. What is put in keeps its nominative: the words around it ask for no other case, so a name often stands behind a
 * colon.
 */
export const el = {
  ...declarations,
  ...names,
  ...margin,
  ...door,
  ...digest,
  ...pictures,

  'status.confirmed': 'ΕΠΙΒΕΒΑΙΩΜΕΝΟ',
  'status.reported': 'ΑΝΑΦΕΡΕΤΑΙ',
  'status.attributed': 'ΚΑΤΑ ΔΗΛΩΣΗ',
  'status.disputed': 'ΑΜΦΙΣΒΗΤΕΙΤΑΙ',
  'status.unverified': 'ΑΝΕΠΙΒΕΒΑΙΩΤΟ, όχι για δημοσίευση',
  'status.retracted': 'ΑΠΟΣΥΡΘΗΚΕ, να μη χρησιμοποιηθεί',

  'kind.event': { one: '{n} γεγονός', other: '{n} γεγονότα' },
  'kind.state': { one: '{n} κατάσταση', other: '{n} καταστάσεις' },
  'kind.position': { one: '{n} θέση', other: '{n} θέσεις' },
  'kind.quote': { one: '{n} αυτολεξεί δήλωση', other: '{n} αυτολεξεί δηλώσεις' },
  'kind.figure': { one: '{n} αριθμός', other: '{n} αριθμοί' },
  'kind.role': { one: '{n} ιδιότητα', other: '{n} ιδιότητες' },

  'type.person': 'πρόσωπο',
  'type.organisation': 'οργανισμός',
  'type.group': 'ομάδα',
  'type.place': 'τόπος',

  'fact.speaker': '{speaker}: ',
  'fact.speakerTold': '{speaker}, προς {told}: ',
  'fact.via': '{speaker}, όπως μεταδίδει {told}: ',
  'fact.implied': 'ο τόπος συνάγεται, δεν αναφέρεται',
  'fact.damaged': 'Φθαρμένο στην πηγή, να ελεγχθεί πριν χρησιμοποιηθεί: {what}',
  'fact.oneOrigin': 'χωρίς δεύτερη ανεξάρτητη πηγή',
  'fact.disputes': 'Έρχεται σε αντίθεση με: {ids}',
  'fact.corrected': 'ΔΙΟΡΘΩΘΗΚΕ ({on}): ήταν «{was}» ({because})',
  'fact.superseded': 'Το αντικαθιστά νεότερο: {ids}',
  'fact.because': 'Αιτιολογία: {because}',
  'fact.figure': 'Όπως δημοσιεύτηκε: {value} ({unit}) · τι μετρά: {counts}',
  'fact.asOf': 'κατάσταση: {date}',
  'fact.counted': 'Ποιος μέτρησε: {speaker}',
  'fact.countedNotSaid': 'Δεν αναφέρεται ποιος μέτρησε',
  'fact.words': '«{words}»',

  'source.outletUnknown': 'άγνωστο μέσο',
  'source.dateUnknown': 'άγνωστη ημερομηνία',
  'source.line': 'γραμμή {n}',
  'source.inferred': '(συνάγεται)',
  'source.published': 'Δημοσίευση: {date}',
  'source.retrieved': 'Ανάκτηση: {date}',
  'source.licence': 'Άδεια χρήσης: {licence}',
  'source.licenceUnknown': 'Άγνωστη άδεια χρήσης: ρωτήστε πριν παραθέσετε εκτενή αποσπάσματα',
  'source.archived': 'Αρχειοθετημένο byte προς byte, SHA-256 {hash}: ταυτίζεται',
  'source.notArchived': 'Δεν έχει αρχειοθετηθεί: τα αποσπάσματά του δεν ελέγχονται αυτόματα',
  'source.rests': { one: 'Εδώ στηρίζεται {n} στοιχείο', other: 'Εδώ στηρίζονται {n} στοιχεία' },
  'source.said': { one: 'Στα λόγια αυτά στηρίζεται {n} στοιχείο', other: 'Στα λόγια αυτά στηρίζονται {n} στοιχεία' },
  'source.told': { one: 'Όσα ειπώθηκαν εδώ: {n} στοιχείο', other: 'Όσα ειπώθηκαν εδώ: {n} στοιχεία' },
  'source.nothingSaid': 'Στο θέμα {story} τίποτα δεν στηρίζεται στα λόγια: {who}',
  'source.translated': 'Μετάφραση από: {language}',

  'who.unnamed': 'Δεν κατονομάζεται στις πηγές μας.',
  'who.role': '{title}, {of}',
  'who.spellings': 'Άλλες γραφές: {names}',
  'who.quotes': {
    one: 'Στη βάση υπάρχει {n} αυτολεξεί δήλωση',
    other: 'Στη βάση υπάρχουν {n} αυτολεξεί δηλώσεις',
  },
  'who.noQuotes': 'Δεν υπάρχουν αυτολεξεί δηλώσεις στη βάση',
  'who.is': 'Ταυτότητα',
  'who.newest': 'Τα νεότερα πρώτα',
  'who.members': 'Ανήκουν εδώ',
  'who.several': { one: '{n} όνομα ταιριάζει με «{asked}»', other: '{n} ονόματα ταιριάζουν με «{asked}»: ποιο;' },
  'who.all': '{asked}: και τα {n} που ταιριάζουν',
  'who.notLinked': 'Χωριστές εγγραφές: τίποτα στη βάση δεν λέει ότι πρόκειται για το ίδιο.',

  'where.names': 'Ονόματα σε χρήση: {names}',
  'where.in': 'Ανήκει: {place}',
  'where.point': '{lat}° Β, {lon}° Α ({precision})',
  'where.noPoint': 'Δεν υπάρχουν συντεταγμένες: ο τόπος δεν σχεδιάζεται.',
  'where.here': 'Τι συνέβη εκεί, τα νεότερα πρώτα',
  'where.inside': 'Μέσα σε αυτόν: {place}',

  'way.alias': 'Βρέθηκε με άλλη μορφή του ονόματος: «{matched}»',
  'way.transliteration': 'Βρέθηκε με τη μορφή του σε άλλο αλφάβητο: «{matched}»',
  'way.role': 'Βρέθηκε από την ιδιότητα: {matched}',
  'way.prefix': 'Βρέθηκε από την αρχή: «{matched}»',
  'way.fuzzy': 'Βρέθηκε από παρόμοια γραφή: «{matched}»',
  'way.words': 'Βρέθηκε από λέξεις των στοιχείων του: «{matched}»',

  'timeline.title': 'Χρονολόγιο: {asked}',
  'timeline.all': 'Χρονολόγιο του θέματος {story}',
  'timeline.dated': 'Τα παλαιότερα πρώτα',
  'timeline.best': 'Η καλύτερη απάντηση πρώτη',
  'timeline.undated': 'Χωρίς ημερομηνία',
  'timeline.noneOn': 'Κανένα στοιχείο με αυτή την ημερομηνία στο θέμα {story}: {date}',
  'timeline.earlier': 'Η πλησιέστερη προηγούμενη: {date}',
  'timeline.later': 'Η πλησιέστερη επόμενη: {date}',
  'timeline.understood': 'Έγινε κατανοητό ως: {date}',

  'search.title': 'Σχετικά με: {asked}',
  'search.counts': 'Βρέθηκαν: {counts}',
  'search.people': 'Πρόσωπα, οργανισμοί, τόποι',
  'what.title': 'Ερώτηση: {asked}',
  'quote.title': 'Αυτολεξεί: {asked}',
  'figure.title': 'Αριθμοί: {asked}',
  'claim.title': 'Ισχυρισμοί, μόνο κατά δήλωση: {asked}',

  'nothing.about': 'Τίποτα στο θέμα {story} σχετικά με: {asked}',
  'nothing.noQuotes': 'Στο θέμα {story} δεν υπάρχουν δηλώσεις από: {who}',
  'nothing.suggest': 'Μήπως εννοούσατε: {names};',
  'nothing.related': 'Σχετικό, δεν απαντά στην ερώτηση',
  'nothing.retracted': 'Αποσύρθηκε, να μη χρησιμοποιηθεί',
  'nothing.noSuchName': 'Κανείς και τίποτα σε αυτό το θέμα δεν λέγεται «{name}». Επιλέξτε από τη λίστα.',
  'nothing.severalNames': 'Με το «{name}» ταιριάζουν αρκετά ονόματα του θέματος. Επιλέξτε ένα από τη λίστα.',
  'nothing.noSuchDay': 'Το «{day}» δεν είναι ημέρα του ημερολογίου',
  'nothing.empty': 'Πληκτρολογήστε τι αναζητάτε.',

  'brief.title': 'Ενημέρωση: {story}, {date}',
  'brief.quiet': 'Τίποτα νέο από: {since}.',
  'brief.stands': 'Πού βρισκόμαστε',
  'brief.new': 'Νέα',
  'brief.said': 'Τι μπορούμε να πούμε και ποιος το λέει',
  'brief.dispute': 'Αμφισβητείται ή δεν είναι για δημοσίευση',
  'brief.unknown': 'Τι δεν γνωρίζουμε',
  'brief.owner': 'το έχει: {owner}',
  'brief.unowned': 'δεν το έχει κανείς ακόμη',
  'brief.corrected': 'Διορθώσεις',
  'brief.ahead': 'Τι ακολουθεί',
  'brief.names': 'Ονόματα και πώς γράφονται',

  'story.set': 'Στο εξής οι ερωτήσεις σε αυτό το κανάλι αφορούν αυτό το θέμα.',
  'story.none': 'Αυτό το κανάλι δεν έχει ακόμη θέμα. Ορίστε το με /θέμα (/story).',
  'story.notLoaded': 'Το θέμα «{story}» δεν είναι διαθέσιμο. Ορίστε άλλο με /θέμα (/story).',
  'story.unknown': 'Κανένα θέμα δεν λέγεται «{story}». Επιλέξτε ένα από τη λίστα.',
  'story.all': 'Όλα τα θέματα',
  'story.holds': '{facts} από {sources}',
  'story.sources': { one: '{n} πηγή', other: '{n} πηγές' },
  'story.newest': 'Το νεότερο: {date}',

  'settings.title': 'Πώς απαντώ εδώ',
  'settings.changed': 'Έγινε. Πώς απαντώ εδώ',
  'settings.story': 'Θέμα',
  'settings.noStory': 'δεν έχει οριστεί· ορίζεται με /θέμα (/story)',
  'settings.answers': 'Απαντήσεις',
  'settings.private': 'ιδιωτικές, με κουμπί για να τις δουν όλοι',
  'settings.shared': 'ορατές σε όλους',
  'settings.language': 'Η γλώσσα στην οποία μιλώ',
  'settings.asker': 'η γλώσσα όποιου ρωτά',
  'settings.theme': 'Εικόνες',
  'settings.dark': 'σκούρες',
  'settings.light': 'ανοιχτόχρωμες',
  'settings.nowhere': 'Οι ρυθμίσεις αφορούν ένα κανάλι του Discord: δώστε την εντολή εκεί.',
  'settings.noServer': 'Ένα προσωπικό μήνυμα δεν έχει διακομιστή. Επιλέξτε εμβέλεια «κανάλι».',
  'settings.forbidden':
    'Αυτό το αλλάζουν μόνο όσοι μπορούν να διαχειριστούν το κανάλι (για όλον τον διακομιστή: όσοι μπορούν να διαχειριστούν τον διακομιστή).',

  'context.title': 'Πού βρίσκεται μέσα στην πηγή',

  'help.title': 'Τι μπορείτε να ρωτήσετε για το θέμα {story}',
  'help.commands': 'Εντολές',
  'help.examples': 'Δοκιμάστε',
  'help.proof':
    'Κάθε πληροφορία συνοδεύεται από το απόσπασμα που την αποδεικνύει. Δεν χρειάζεται να επιλέξετε από τη λίστα: απαντώ και σε ελεύθερο κείμενο. Τα ονόματα βρίσκονται με όποια γραφή ή αλφάβητο.',

  'foot.story': '{story} · {facts}',
  'foot.facts': { one: '{n} στοιχείο', other: '{n} στοιχεία' },
} satisfies Translated<typeof en>;
