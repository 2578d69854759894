import type { door as english } from './en-door.ts';
import type { Translated } from './forms.ts';

export const door = {
  'door.noStore':
    'Ich kann nicht lesen, was für diesen Kanal eingestellt ist, und kenne sein Thema deshalb nicht. Bitte in einer Minute noch einmal fragen.',
  'door.previous': 'Zurück',
  'door.page': 'Seite {page} von {pages}',
  'door.next': 'Weiter',
  'door.mean': { one: 'Meinten Sie das hier?', other: 'Meinten Sie eines davon?' },
  'door.which': 'Was davon?',
  'door.post': 'Hier posten',
  'door.source': 'Quelle zeigen',
  'door.log': 'Als offene Frage notieren',
  'door.logged': 'Notiert: Das steht jetzt unter den offenen Fragen der Redaktion.',
  'door.delete': 'Meine löschen',
  'door.notYours': 'Nur wer gefragt hat, kann diese Antwort löschen.',
  'door.wrong': 'Falsche Antwort?',
  'door.expected': 'Was haben Sie erwartet?',
  'door.thanks': 'Danke. Die Redaktion sieht, was Sie erwartet haben.',
  'door.inFile': 'Alles steht in der angehängten Datei.',
  'door.asked': 'Gefragt von {name}: {question}',
  'door.continued': 'Fortsetzung',
  'door.failed': 'Hier ist etwas schiefgegangen. Es wurde vermerkt; bitte versuchen Sie es noch einmal.',
  'door.unknown': 'Diesen Befehl gibt es hier nicht mehr. Tippen Sie /, um die vorhandenen zu sehen.',
  'door.tooLong': 'Diese Frage ist zu lang. Kürzen Sie sie oder verwenden Sie weniger Optionen.',
  'door.stale': 'Diese Schaltfläche passt nicht mehr zur Antwort. Bitte fragen Sie noch einmal mit dem Befehl.',
  'door.posted': 'Diese Antwort sehen hier schon alle.',
  'form.text': 'Der Text',
  'form.day': 'Sein Tag, wo „heute“ steht',
  'draft.noText': 'Darin steht kein Text, der sich prüfen ließe.',
  'draft.kind': 'Nur Dateien mit .txt, .md und .docx können gelesen werden.',
  'draft.tooLarge': 'Diese Datei ist zu groß: Gelesen werden höchstens 256 KB.',
  'draft.unreadable':
    'Diese Datei lässt sich nicht lesen: Sie ist beschädigt oder nicht das, was ihr Name sagt. Speichern Sie sie neu als .txt in UTF-8.',
  'draft.notFetched':
    'Die Datei ließ sich nicht von Discord abrufen. Versuchen Sie es noch einmal oder fügen Sie den Text ein.',
} satisfies Translated<typeof english>;
