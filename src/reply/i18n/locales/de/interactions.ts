import type { door as english } from '../en/interactions.ts';
import type { Translated } from '../plural-forms.ts';

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
  'door.doubtIsThere': 'Sie steht da',
  'door.doubtPost': 'Noch einmal posten',
  'door.doubtThere': 'Vermerkt: Sie steht da, und es wird nichts mehr gepostet.',
  'door.doubtAgain': 'Sie wird innerhalb einer Minute gepostet.',
  'door.doubtDecided': 'Darüber wurde bereits entschieden.',
  'door.notManager': 'Das können nur Mitglieder entscheiden, die diesen Kanal verwalten dürfen.',
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
  'forget.done': 'Gelöscht: was über Sie gespeichert war',
  'forget.nothing': 'Über Sie ist nichts gespeichert',
  'forget.misses': {
    one: '{n} Hinweis von Ihnen auf eine falsche oder fehlende Antwort',
    other: '{n} Hinweise von Ihnen auf falsche oder fehlende Antworten',
  },
  'forget.questions': {
    one: '{n} offene Frage der Redaktion ist nicht mehr mit Ihnen verknüpft; ihr Wortlaut bleibt',
    other: '{n} offene Fragen der Redaktion sind nicht mehr mit Ihnen verknüpft; ihr Wortlaut bleibt',
  },
  'forget.proposals': {
    one: '{n} Vorschlag von Ihnen, über den noch nicht entschieden war, ist zurückgezogen',
    other: '{n} Vorschläge von Ihnen, über die noch nicht entschieden war, sind zurückgezogen',
  },
  'forget.named': 'Ihr Name steht nicht mehr bei dem, was Sie vorgeschlagen und freigegeben haben',
  'forget.rest': 'Nachrichten auf Discord bleiben. „{button}“ löscht Ihre eigenen geteilten Antworten.',
  'forget.nowhere': 'Hier ist über niemanden etwas gespeichert.',
  'may.unknown': 'Das steht hier niemandem offen.',
  'may.noServer':
    'In einer Direktnachricht wird die Basis nicht geändert. Das geschieht auf dem Server, der das Thema pflegt.',
  'may.unclaimed':
    'Noch pflegt niemand dieses Thema. Wer den Server verwaltet, beginnt mit /einstellungen (/settings), in dem Kanal, der die Vorschläge bekommen soll.',
  'may.elsewhere':
    'Dieses Thema wird auf einem anderen Server gepflegt. Hier kann man danach fragen, aber nichts ändern.',
  'may.needs.reader': 'Das steht Ihnen hier nicht offen.',
  'may.needs.reporter':
    'Das können nur Reporter und Redakteure dieser Redaktion. Die Rolle vergibt die Administration mit /einstellungen (/settings).',
  'may.needs.editor':
    'Das können nur Redakteure dieser Redaktion. Die Rolle vergibt die Administration mit /einstellungen (/settings).',
  'may.needs.administrator': 'Das kann nur die Administration dieser Redaktion und wer den Server verwaltet.',
} satisfies Translated<typeof english>;
