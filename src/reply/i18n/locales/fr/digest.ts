import type { digest as english } from '../en/digest.ts';
import type { Translated } from '../plural-forms.ts';

export const digest = {
  'digest.none':
    'Aucun point quotidien n’est fixé pour ce salon. Fixez-en un avec /point-quotidien (/digest) « fixer ».',
  'digest.title': 'Points quotidiens de ce salon',
  'digest.set': 'Le point « {edition} » est fixé pour ce salon',
  'digest.paused': 'Le point « {edition} » est suspendu',
  'digest.resumed': 'Le point « {edition} » reprend',
  'digest.removed': 'Le point « {edition} » est supprimé',
  'digest.noSuch':
    'Ce salon n’a pas de point nommé « {edition} ». /point-quotidien (/digest) « lister » montre ceux qu’il a.',
  'digest.row': '« {edition} » : {time} {zone}, {days}',
  'digest.next': 'Prochain : {date}, {time} ({zone})',
  'digest.isPaused': 'suspendu',
  'digest.isParked': 'arrêté, car Discord l’a refusé : {reason}. Corrigez cela, puis choisissez « reprendre ».',
  'digest.preview': 'Voici ce qui serait publié',
  'digest.stops': 'Voici ce qui l’empêcherait',
  'digest.lacks': 'Il me manque ces permissions dans ce salon : {permissions}. Donnez-les à mon rôle, puis réessayez.',
  'digest.noPosts':
    'Rien n’est publié dans un message privé. Utilisez /point-quotidien (/digest) dans le salon d’un serveur.',
  'digest.badTime': '« {time} » n’est pas une heure. Écrivez-la comme 07:30.',
  'digest.badZone': '« {zone} » n’est pas un fuseau horaire. Choisissez-en un dans la liste, comme Europe/Paris.',
  'digest.badDays':
    '« {days} » ne sont pas des jours de la semaine. Choisissez dans la liste, ou écrivez lun-ven ou lun, mer, ven.',
  'digest.badEdition': 'Le nom d’une édition compte de 1 à 32 lettres, chiffres ou traits d’union.',
  'digest.everyDay': 'tous les jours',
  'digest.late': 'En retard : il était prévu à {time}.',
  'digest.missed': 'Aucun point publié pour : {dates}. J’étais absent depuis plus de six heures.',
  'digest.notice.parked':
    'Le point quotidien « {edition} » ({date}) est arrêté : Discord l’a refusé ({code}). Voir /point-quotidien (/digest) « aperçu » là-bas.',
  'digest.notice.uncertain':
    'Il n’est pas certain que le point quotidien « {edition} » ({date}) ait été publié : je ne peux pas lire ce qui a été écrit dans son salon ({code}). Allez voir là-bas ; je ne publie rien à l’aveugle.',
} satisfies Translated<typeof english>;
