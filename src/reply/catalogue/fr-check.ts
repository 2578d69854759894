import type { margin as english } from './en-check.ts';
import type { Translated } from './forms.ts';

export const margin = {
  'check.sentences': { one: '{n} phrase', many: '{n} de phrases', other: '{n} phrases' },
  'check.none': 'Rien de ce texte ne figure dans le dossier {story}',
  'check.differs': 'Diverge',
  'check.attributed only': 'Attribué seulement : dire qui parle',
  'check.not in the base': 'Absent de la base',
  'check.agrees': 'Concorde',
  'check.nothing to check': 'Rien à vérifier',
  'check.count.differs': { one: '{n} diverge', many: '{n} divergent', other: '{n} divergent' },
  'check.count.attributed only': { one: '{n} à attribuer', many: '{n} à attribuer', other: '{n} à attribuer' },
  'check.count.not in the base': {
    one: '{n} absente de la base',
    many: '{n} absentes de la base',
    other: '{n} absentes de la base',
  },
  'check.count.agrees': { one: '{n} concorde', many: '{n} concordent', other: '{n} concordent' },
  'check.count.nothing to check': {
    one: '{n} sans rien à vérifier',
    many: '{n} sans rien à vérifier',
    other: '{n} sans rien à vérifier',
  },

  'note.count': 'Nombre : le texte dit « {draft} », la base « {base} »',
  'note.day': 'Jour : le texte dit « {draft} », la base « {base} »',
  'note.place': 'Lieu : le texte dit « {draft} », la base « {base} »',
  'note.name': 'Nom : le texte dit « {draft} », la graphie maison est « {base} »',
  'note.role': 'Fonction : le texte dit « {draft} », la base « {base} »',
  'note.speaker': 'Qui parle : le texte dit « {draft} », la base « {base} »',
  'note.words': 'Mots exacts : le texte dit « {draft} », la source « {base} »',
  'note.certainty': 'Certitude : le texte dit « {draft} », la base « {base} »',
  'note.negation': 'Négation : le texte dit « {draft} », la base « {base} »',
  'note.attributed': 'Repose sur la parole de {base}',
  'note.disputed': 'Contesté : {base}',
  'note.corrected': 'Corrigé depuis : {base}',
  'note.retracted': 'Retiré, ne pas utiliser : {base}',
  'note.unverified': 'Non vérifié, ne pas publier : {base}',
  'note.overtaken': 'Dépassé depuis : {base}',
  'note.damaged': 'Altéré dans la source : {base}',
  'note.unknown': 'Ces mots ne figurent dans aucune source : « {draft} »',
} satisfies Translated<typeof english>;
