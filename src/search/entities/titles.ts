/**
 * Titles in the languages of a story, one office a line.
 * A form may name several offices (Albanian "kryetar" is a mayor, a chair and a president): then any holder matches.
 * Forms are folded and stripped of endings, so "kryeministrit" and "premijera" need no line.
 */
export const TITLES: readonly (readonly [office: string, forms: string])[] = [
  [
    'prime minister',
    `prime minister, pm, premier, prime min, head of government, premijer, premijerka, predsednik vlade,
     predsjednik vlade, премијер, kryeministër, kryeministri, kryeministrja, πρωθυπουργός, ministerpräsident,
     premierminister, regierungschef, premier ministre, première ministre, chef du gouvernement, premier
     ministro, presidente del consiglio, премьер, премьер-министр`,
  ],
  [
    'deputy prime minister',
    `deputy prime minister, deputy pm, dpm, vice premier, vice prime minister, potpredsednik vlade, zamenik
     premijera, potpredsjednik vlade, zëvendëskryeministër, zëvendëskryeministri, zv kryeministri, αντιπρόεδρος
     της κυβέρνησης, vize-ministerpräsident, stellvertretender ministerpräsident, vice-premier ministre`,
  ],
  [
    'president',
    `president, pres, head of state, predsednik, predsednica, predsjednik, predsjednica, presidenti, presidentja,
     president i, πρόεδρος, präsident, präsidentin, staatspräsident, président, présidente, presidente, президент`,
  ],
  [
    'vice-president',
    `vice president, vice-president, vicepresident, vp, veep, deputy president, deputy leader, deputy chair,
     deputy chairman, vice chair, vice chairman, vice-chairman, potpredsednik, potpredsednica,
     potpredsjednik, zamenik predsednika, nënkryetar, nënkryetari, zëvendëspresident, αντιπρόεδρος,
     vizepräsident, vizepräsidentin, stellvertretender vorsitzender, vizechef, vice-président, vice-présidente,
     vicepresidente, вице-президент`,
  ],
  [
    'leader',
    `leader, chair, chairman, chairwoman, chairperson, party leader, party chief, head, boss, president, lider,
     predsednik, predsjednik, vođa, šef, udhëheqës, udhëheqësi, kryetar, kryetari, kryetarja, ηγέτης, αρχηγός,
     πρόεδρος, επικεφαλής, parteichef, parteichefin, vorsitzender, vorsitzende, chef, chef du parti, dirigeant,
     président`,
  ],
  [
    'mayor',
    `mayor, mayoress, lord mayor, town mayor, head of municipality, municipal head, gradonačelnik,
     gradonačelnica, predsednik opštine, predsjednik općine, načelnik, načelnik općine, градоначелник, kryetar,
     kryetari, kryetarja, kryetar i komunës, kryetari i komunës, kryetar komune, kryebashkiak, kryebashkiaku,
     δήμαρχος, δημάρχου, bürgermeister, bürgermeisterin, oberbürgermeister, gemeindevorsteher, maire, sindaco,
     мэр`,
  ],
  [
    'deputy mayor',
    `deputy mayor, vice mayor, vice-mayor, zamenik gradonačelnika, dogradonačelnik, nënkryetari i komunës,
     αντιδήμαρχος, stellvertretender bürgermeister, vizebürgermeister, adjoint au maire`,
  ],
  [
    'foreign minister',
    `foreign minister, fm, foreign min, foreign secretary, minister of foreign affairs, minister for foreign
     affairs, minister of external affairs, top diplomat, ministar spoljnih poslova, ministar inostranih poslova,
     ministar vanjskih poslova, šef diplomatije, ministri i jashtëm, ministri i punëve të jashtme, ministër i
     jashtëm, υπουργός εξωτερικών, außenminister, außenministerin, aussenminister, ministre des affaires
     étrangères, chef de la diplomatie`,
  ],
  [
    'interior minister',
    `interior minister, interior min, home secretary, home affairs minister, minister of the interior, minister
     of interior, minister of internal affairs, ministar unutrašnjih poslova, ministar unutarnjih poslova,
     ministar policije, ministri i brendshëm, ministri i punëve të brendshme, υπουργός εσωτερικών, innenminister,
     innenministerin, ministre de l’intérieur`,
  ],
  [
    'defence minister',
    `defence minister, defense minister, defence min, defence secretary, defense secretary, minister of defence,
     minister of defense, ministar odbrane, ministar obrane, ministri i mbrojtjes, υπουργός άμυνας,
     verteidigungsminister, ministre de la défense`,
  ],
  [
    'finance minister',
    `finance minister, finance min, finmin, chancellor of the exchequer, treasury secretary, minister of finance,
     ministar finansija, ministar financija, ministri i financave, υπουργός οικονομικών, finanzminister, ministre
     des finances`,
  ],
  [
    'justice minister',
    `justice minister, minister of justice, ministar pravde, ministri i drejtësisë, υπουργός δικαιοσύνης,
     justizminister, ministre de la justice`,
  ],
  [
    'minister',
    `minister, min, secretary, ministar, ministarka, ministër, ministri, ministrja, υπουργός, ministre, ministro,
     министр`,
  ],
  [
    'speaker of parliament',
    `speaker, speaker of parliament, speaker of the assembly, parliament speaker, predsednik skupštine,
     predsjednik sabora, kryetar i kuvendit, kryetari i kuvendit, πρόεδρος της βουλής, parlamentspräsident,
     président du parlement`,
  ],
  [
    'member of parliament',
    `member of parliament, mp, lawmaker, deputy, legislator, poslanik, poslanica, zastupnik, deputet, deputeti,
     deputetja, βουλευτής, abgeordneter, abgeordnete, député, députée, deputato`,
  ],
  [
    'spokesperson',
    `spokesperson, spokesman, spokeswoman, press officer, portparol, glasnogovornik, zëdhënës, zëdhënësi,
     zëdhënësja, εκπρόσωπος, εκπρόσωπος τύπου, sprecher, sprecherin, pressesprecher, porte-parole, portavoce`,
  ],
  [
    'secretary general',
    `secretary general, secretary-general, general secretary, sg, sec gen, secgen, generalni sekretar, sekretari
     i përgjithshëm, γενικός γραμματέας, generalsekretär, secrétaire général`,
  ],
  [
    'commander',
    `commander, cmdr, commanding officer, force commander, komandant, zapovednik, zapovjednik, komandanti,
     διοικητής, kommandeur, kommandant, befehlshaber, commandant`,
  ],
  [
    'police chief',
    `police chief, chief of police, head of police, police director, police commissioner, direktor policije,
     načelnik policije, šef policije, drejtor i policisë, drejtori i policisë, αρχηγός της αστυνομίας,
     polizeichef, polizeipräsident, chef de la police, directeur de la police`,
  ],
  [
    'director',
    `director, chief, ceo, managing director, head, director general, direktor, direktorka, drejtor, drejtori,
     drejtoresha, διευθυντής, διευθύντρια, direktor, direktorin, directeur, directrice`,
  ],
  ['governor', `governor, gov, guverner, guvernator, guvernatori, κυβερνήτης, διοικητής, gouverneur`],
  [
    'ambassador',
    `ambassador, amb, envoy to, ambasador, veleposlanik, ambasadori, πρέσβης, πρέσβειρα, botschafter,
     botschafterin, ambassadeur, ambassadrice`,
  ],
  [
    'envoy',
    `envoy, special envoy, representative, special representative, izaslanik, specijalni predstavnik, i dërguari,
     i dërguari i posaçëm, απεσταλμένος, ειδικός απεσταλμένος, sondergesandter, gesandter, émissaire, envoyé
     spécial`,
  ],
  [
    'chancellor',
    `chancellor, federal chancellor, kancelar, kancelarka, kancelari, καγκελάριος, kanzler, kanzlerin,
     bundeskanzler, chancelier, chancelière`,
  ],
  [
    'prosecutor',
    `prosecutor, chief prosecutor, state prosecutor, public prosecutor, tužilac, tužitelj, prokuror, prokurori,
     εισαγγελέας, staatsanwalt, staatsanwältin, procureur`,
  ],
  ['judge', `judge, magistrate, sudija, sudac, gjyqtar, gjyqtari, δικαστής, richter, richterin, juge`],
  ['king', `king, monarch, kralj, mbreti, βασιλιάς, könig, roi`],
  ['queen', `queen, kraljica, mbretëresha, βασίλισσα, königin, reine`],
  ['bishop', `bishop, episkop, vladika, biskup, peshkop, επίσκοπος, bischof, évêque`],
  [
    'journalist',
    `journalist, reporter, correspondent, novinar, novinarka, izveštač, gazetar, gazetari, gazetarja,
     δημοσιογράφος, ανταποκριτής, journalist, journalistin, reporterin, korrespondent, journaliste, correspondant`,
  ],
  [
    'police officer',
    `police officer, policeman, policewoman, cop, officer, policajac, policajka, polic, polici, αστυνομικός,
     polizist, polizistin, policier, policière, agent de police`,
  ],
];

/** Modifiers that change an office ("former mayor"): the holder of the plain office does not match. */
export const TITLE_MODIFIERS: readonly string[] = [
  'former ex late previous outgoing ousted deputy vice assistant acting interim candidate wife husband son daughter brother sister',
  'adviser advisor aide predecessor successor opposition shadow future next first bivši bivša prethodni prethodna zamenik',
  'zamjenik ish zëvendës nën πρώην ehemaliger ehemalige früherer vorheriger stellvertretender ancien ancienne adjoint',
  'futur précédent προηγούμενος',
].flatMap((line) => line.split(' '));

/** Generic words for a body: "the government of Kosovo", "the municipality of Zvečan". */
export const BODY_WORDS: readonly string[] = [
  'government govt gov republic state country municipality municipal city town party organisation',
  'organization vlada vlade republika republike opština opštine općina grad grada stranka stranke država',
  'države qeveria qeverisë republika republikës komuna komunës qyteti qytetit partia partisë shteti shtetit',
  'κυβέρνηση κυβέρνησης δημοκρατία δημοκρατίας δήμος δήμου πόλη πόλης κόμμα κόμματος regierung republik',
  'gemeinde stadt partei staat gouvernement république commune municipalité ville parti',
].flatMap((line) => line.split(' '));
