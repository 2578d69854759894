import type { digest as english } from '../en/digest.ts';
import type { Translated } from '../plural-forms.ts';

export const digest = {
  'digest.none':
    'Für diesen Kanal ist keine tägliche Lage eingerichtet. Richten Sie eine mit /tageslage (/digest) „einrichten“ ein.',
  'digest.title': 'Tägliche Lagen dieses Kanals',
  'digest.set': 'Die Lage „{edition}“ ist für diesen Kanal eingerichtet',
  'digest.paused': 'Die Lage „{edition}“ ist angehalten',
  'digest.resumed': 'Die Lage „{edition}“ geht weiter',
  'digest.removed': 'Die Lage „{edition}“ ist entfernt',
  'digest.noSuch':
    'Dieser Kanal hat keine Lage namens „{edition}“. /tageslage (/digest) „auflisten“ zeigt, welche er hat.',
  'digest.row': '„{edition}“: {time} {zone}, {days}',
  'digest.next': 'Nächste: {date}, {time} ({zone})',
  'digest.isPaused': 'angehalten',
  'digest.isParked':
    'gestoppt, weil Discord sie abgelehnt hat: {reason}. Beheben Sie das und wählen Sie dann „fortsetzen“.',
  'digest.preview': 'Das würde gepostet',
  'digest.stops': 'Das würde sie verhindern',
  'digest.lacks':
    'In diesem Kanal fehlen mir Berechtigungen: {permissions}. Geben Sie sie meiner Rolle und versuchen Sie es noch einmal.',
  'digest.noPosts':
    'In einer Direktnachricht wird nichts gepostet. Verwenden Sie /tageslage (/digest) im Kanal eines Servers.',
  'digest.badTime': '„{time}“ ist keine Uhrzeit. Schreiben Sie sie wie 07:30.',
  'digest.badZone': '„{zone}“ ist keine Zeitzone. Wählen Sie eine aus der Liste, etwa Europe/Berlin.',
  'digest.badDays':
    '„{days}“ sind keine Wochentage. Wählen Sie aus der Liste oder schreiben Sie Mo-Fr oder Mo, Mi, Fr.',
  'digest.badEdition': 'Der Name einer Ausgabe hat 1 bis 32 Buchstaben, Ziffern oder Bindestriche.',
  'digest.everyDay': 'jeden Tag',
  'digest.late': 'Verspätet: fällig war sie um {time}.',
  'digest.missed': 'Keine Lage gepostet am: {dates}. Ich war länger als sechs Stunden nicht da.',
  'digest.notice.parked':
    'Die tägliche Lage „{edition}“ vom {date} ist gestoppt: Discord hat sie abgelehnt ({code}). Siehe dort /tageslage (/digest) „Vorschau“.',
  'digest.notice.uncertain':
    'Es ist nicht sicher, ob die tägliche Lage „{edition}“ vom {date} gepostet wurde: Ich darf nicht lesen, was in ihrem Kanal geschrieben wurde ({code}). Bitte dort nachsehen; ich poste nichts blind.',
} satisfies Translated<typeof english>;
