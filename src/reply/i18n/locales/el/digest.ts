import type { digest as english } from '../en/digest.ts';
import type { Translated } from '../plural-forms.ts';

export const digest = {
  'digest.none':
    'Δεν έχει οριστεί ημερήσια ενημέρωση για αυτό το κανάλι. Ορίστε μία με /ημερήσια-ενημέρωση (/digest) «ορισμός».',
  'digest.title': 'Ημερήσιες ενημερώσεις αυτού του καναλιού',
  'digest.set': 'Η ενημέρωση «{edition}» ορίστηκε για αυτό το κανάλι',
  'digest.paused': 'Η ενημέρωση «{edition}» είναι σε παύση',
  'digest.resumed': 'Η ενημέρωση «{edition}» συνεχίζεται',
  'digest.removed': 'Η ενημέρωση «{edition}» καταργήθηκε',
  'digest.noSuch':
    'Αυτό το κανάλι δεν έχει ενημέρωση με το όνομα «{edition}». Το /ημερήσια-ενημέρωση (/digest) «κατάλογος» δείχνει όσες έχει.',
  'digest.row': '«{edition}»: {time} {zone}, {days}',
  'digest.next': 'Επόμενη: {date}, {time} ({zone})',
  'digest.isPaused': 'σε παύση',
  'digest.isParked': 'σταμάτησε, επειδή το Discord την απέρριψε: {reason}. Διορθώστε το και μετά επιλέξτε «συνέχιση».',
  'digest.preview': 'Αυτό θα δημοσιευόταν',
  'digest.stops': 'Αυτό θα την εμπόδιζε',
  'digest.lacks':
    'Μου λείπουν αυτά τα δικαιώματα στο κανάλι: {permissions}. Δώστε τα στον ρόλο μου και δοκιμάστε ξανά.',
  'digest.noPosts':
    'Τίποτα δεν δημοσιεύεται σε προσωπικό μήνυμα. Χρησιμοποιήστε το /ημερήσια-ενημέρωση (/digest) σε κανάλι ενός διακομιστή.',
  'digest.badTime': 'Το «{time}» δεν είναι ώρα της ημέρας. Γράψτε το όπως 07:30.',
  'digest.badZone': 'Το «{zone}» δεν είναι ζώνη ώρας. Επιλέξτε από τη λίστα, όπως Europe/Athens.',
  'digest.badDays':
    'Το «{days}» δεν δηλώνει ημέρες της εβδομάδας. Επιλέξτε από τη λίστα ή γράψτε Δευ-Παρ ή Δευ, Τετ, Παρ.',
  'digest.badEdition': 'Το όνομα μιας έκδοσης έχει 1 έως 32 γράμματα, ψηφία ή παύλες.',
  'digest.everyDay': 'κάθε ημέρα',
  'digest.late': 'Καθυστερημένη: ήταν για τις {time}.',
  'digest.missed': 'Δεν δημοσιεύτηκε ενημέρωση για: {dates}. Έλειπα πάνω από έξι ώρες.',
  'digest.notice.parked':
    'Η ημερήσια ενημέρωση «{edition}» ({date}) σταμάτησε: το Discord την απέρριψε ({code}). Δείτε εκεί το /ημερήσια-ενημέρωση (/digest) «προεπισκόπηση».',
  'digest.notice.uncertain':
    'Δεν είναι βέβαιο ότι η ημερήσια ενημέρωση «{edition}» ({date}) δημοσιεύτηκε: δεν επιτρέπεται να διαβάσω τι γράφτηκε στο κανάλι της ({code}). Κοιτάξτε εκεί· δεν δημοσιεύω τίποτα στα τυφλά.',
} satisfies Translated<typeof english>;
