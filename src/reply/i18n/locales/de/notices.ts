import type { spread as english } from '../en/notices.ts';
import type { Translated } from '../plural-forms.ts';

export const spread = {
  'mark.correctedOn': 'KORRIGIERT {on}',
  'mark.corrected': '{label}: {now} Zuvor: „{was}“ ({because})',
  'mark.retractedOn': 'ZURÜCKGEZOGEN {on}',
  'mark.retracted': '{label}, nicht verwenden: {now} ({because})',
  'mark.short': '{label}: {id}. Der Hinweis steht weiter unten in diesem Kanal.',
  'spread.correct': 'Korrektur: {id}',
  'spread.retract': 'Zurückgezogen: {id}',
  'spread.was': 'Hier zuvor gezeigt und falsch: „{was}“ ({because})',
  'spread.doNotUse': 'Hier zuvor gezeigt; nicht verwenden: {because}',
  'spread.noRoom': {
    one: '{n} Nachricht hier hat keinen Platz für den Vermerk und bleibt, wie sie war.',
    other: '{n} Nachrichten hier haben keinen Platz für den Vermerk und bleiben, wie sie waren.',
  },
  'spread.unreached': 'Eine Korrektur hat nicht alles erreicht: {id}',
  'spread.at': '{message} in {channel} – {why}',
  'spread.noNotice': 'Kein Hinweis in {channel}: {why}',
  'spread.message': 'Eine Nachricht',
  'spread.channel': 'diesem Kanal',
  'spread.why.deleted': 'sie wurde gelöscht',
  'spread.why.forbidden': 'das darf ich dort nicht ({code})',
  'spread.why.gone': 'diesen Kanal sehe ich nicht ({code})',
  'spread.why.silent': 'Discord hat noch nicht geantwortet; ich versuche es weiter',
  'spread.why.uncertain': 'es ist nicht sicher, ob er gepostet wurde; bitte nachsehen ({code})',
  'spread.why.code': 'Discord hat es abgelehnt ({code})',
  'answered.title': 'Eine offene Frage ist beantwortet',
  'answered.asked': 'Hier wurde gefragt: {question}',
  'refused.title': 'Die Dateien von {story} wurden nicht übernommen',
  'refused.goesOn': 'Es gilt weiter, was zuvor galt. Diese Stellen berichtigen und die Dateien speichern:',
  'refused.hides':
    'Etwas darin unterliegt einer Sperrfrist, deshalb sind nur die Stellen genannt. Den Rest sagt {command}.',
  'refused.more': { one: 'und {n} weiterer Fehler', other: 'und {n} weitere Fehler' },
  'stale.title': { one: 'Stimmt das noch?', other: 'Stimmen diese noch?' },
  'stale.lead':
    'Zu lange nicht geprüft: die Quelle noch einmal ansehen, dann bestätigen, fortschreiben oder zurückziehen.',
  'stale.checked': { one: 'zuletzt geprüft vor {n} Tag', other: 'zuletzt geprüft vor {n} Tagen' },
  'stale.never': { one: 'nie geprüft, die Quelle ist {n} Tag alt', other: 'nie geprüft, die Quelle ist {n} Tage alt' },
  'stale.owner': 'an {owner}',
  'stale.desk': 'an die Redaktion',
  'brief.audit': 'Änderungsprotokoll: Zeile {row}, {hash}',
} satisfies Translated<typeof english>;
