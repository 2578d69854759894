import type { door as english } from './en-door.ts';
import type { Translated } from './forms.ts';

export const door = {
  'door.noStore':
    'Je n’arrive pas à lire les réglages de ce salon et ne sais donc pas quel est son dossier. Reposez la question dans une minute.',
  'door.previous': 'Précédent',
  'door.page': 'Page {page} sur {pages}',
  'door.next': 'Suivant',
  'door.mean': {
    one: 'Vouliez-vous dire ceci ?',
    many: 'Vouliez-vous dire l’un de ceux-ci ?',
    other: 'Vouliez-vous dire l’un de ceux-ci ?',
  },
  'door.which': 'Lequel ?',
  'door.post': 'Publier ici',
  'door.source': 'Voir la source',
  'door.log': 'Noter comme question ouverte',
  'door.logged': 'C’est noté : la question figure désormais parmi les questions ouvertes de la rédaction.',
  'door.delete': 'Supprimer la mienne',
  'door.notYours': 'Seule la personne qui a posé la question peut supprimer cette réponse.',
  'door.wrong': 'Réponse fausse ?',
  'door.expected': 'Qu’attendiez-vous ?',
  'door.thanks': 'Merci. La rédaction verra ce que vous attendiez.',
  'door.inFile': 'Tout se trouve dans le fichier joint.',
  'door.asked': 'Demandé par {name} : {question}',
  'door.continued': 'suite',
  'door.failed': 'Un problème est survenu ici. Il a été noté ; merci de réessayer.',
  'door.unknown': 'Cette commande n’existe plus ici. Tapez / pour voir celles qui existent.',
  'door.tooLong': 'Cette question est trop longue. Raccourcissez-la ou utilisez moins d’options.',
  'door.stale': 'Ce bouton ne correspond plus à la réponse. Reposez la question avec la commande.',
  'door.posted': 'Tout le monde ici voit déjà cette réponse.',
  'form.text': 'Le texte',
  'form.day': 'Son jour, là où il dit « aujourd’hui »',
  'draft.noText': 'Il ne contient aucun texte à vérifier.',
  'draft.kind': 'Seuls les fichiers .txt, .md et .docx peuvent être lus.',
  'draft.tooLarge': 'Ce fichier est trop volumineux : 256 Ko au plus sont lus.',
  'draft.unreadable':
    'Ce fichier est illisible : il est endommagé ou n’est pas ce que dit son nom. Enregistrez-le à nouveau en .txt, en UTF-8.',
  'draft.notFetched': 'Le fichier n’a pas pu être récupéré auprès de Discord. Réessayez ou collez le texte.',
} satisfies Translated<typeof english>;
