import type { spread as english } from './en-spread.ts';
import type { Translated } from './forms.ts';

export const spread = {
  'mark.correctedOn': 'CORRIGÉ {on}',
  'mark.corrected': '{label} : {now} Auparavant : « {was} » ({because})',
  'mark.retractedOn': 'RETIRÉ {on}',
  'mark.retracted': '{label}, ne pas utiliser : {now} ({because})',
  'mark.short': '{label} : {id}. L’avis se trouve plus bas dans ce salon.',
  'spread.correct': 'Correction : {id}',
  'spread.retract': 'Retiré : {id}',
  'spread.was': 'Montré ici auparavant, et faux : « {was} » ({because})',
  'spread.doNotUse': 'Montré ici auparavant ; ne pas l’utiliser : {because}',
  'spread.noRoom': {
    one: '{n} message ici n’a pas de place pour la mention et reste tel quel.',
    many: '{n} messages ici n’ont pas de place pour la mention et restent tels quels.',
    other: '{n} messages ici n’ont pas de place pour la mention et restent tels quels.',
  },
  'spread.unreached': 'Une correction n’a pas tout atteint : {id}',
  'spread.at': '{message} dans {channel} : {why}',
  'spread.noNotice': 'Aucun avis dans {channel} : {why}',
  'spread.message': 'un message',
  'spread.channel': 'ce salon',
  'spread.why.deleted': 'il a été supprimé',
  'spread.why.forbidden': 'je n’y ai pas les droits ({code})',
  'spread.why.gone': 'je ne vois pas ce salon ({code})',
  'spread.why.silent': 'Discord n’a pas encore répondu ; je continue d’essayer',
  'spread.why.uncertain': 'il n’est pas certain qu’il ait été publié ; merci de vérifier ({code})',
  'spread.why.code': 'Discord l’a refusé ({code})',
} satisfies Translated<typeof english>;
