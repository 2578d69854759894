/**
 * What the invented facts are about. A verb is written past:plain:other, the last being how somebody may ask for it who has
 * not read the sentence; what is counted is written singular:plural:other.
 */
export interface Verb {
  readonly past: string;
  readonly plain: string;
  readonly other: string;
}

export interface Topic {
  readonly things: readonly string[];
  readonly verbs: readonly Verb[];
  readonly counted: readonly { readonly many: string; readonly other: string }[];
  readonly bodies: readonly string[];
}

const list = (text: string): string[] => text.split(/\s*,\s*/);
const topic = (things: string, verbs: string, counted: string, bodies: string): Topic => ({
  things: list(things),
  verbs: list(verbs).map((verb) => {
    const [past = '', plain = '', other = plain] = verb.split(':');
    return { past, plain, other };
  }),
  counted: list(counted).map((one) => {
    const [many = '', other = many] = one.split(':');
    return { many, other };
  }),
  bodies: list(bodies),
});

export const TOPICS: readonly Topic[] = [
  topic(
    'dam, sluice gate, flood wall, pumping station, river gauge, spillway, reservoir, weir, drainage canal, culvert, embankment, ferry landing, water tower, aqueduct',
    'repaired:repair:fix, inspected:inspect:examine, drained:drain:empty, flooded:flood:inundate, strengthened:strengthen:reinforce, abandoned:abandon:give up, dredged:dredge:clear',
    'sandbags, cellars:basements, wells, households:families, pumps',
    'Water Board, River Authority, Flood Office, Basin Council',
  ),
  topic(
    'primary school, boarding school, kindergarten, school canteen, gymnasium, lecture hall, chemistry laboratory, music school, teachers’ college, school bus, playground, reading room, evening course, examination hall',
    'opened:open:inaugurate, renovated:renovate:refurbish, heated:heat:warm, closed:close:shut, enlarged:enlarge:extend, painted:paint:decorate, insulated:insulate:lag',
    'pupils:students, teachers:instructors, textbooks:schoolbooks, desks, apprentices:trainees',
    'School Council, Education Office, Teachers’ Union, Parents’ Association',
  ),
  topic(
    'hospital, maternity ward, ambulance station, dental clinic, pharmacy, vaccination centre, X-ray unit, blood bank, hospice, emergency room, sanatorium, laundry of the clinic, helicopter pad, dialysis unit',
    'equipped:equip:supply, evacuated:evacuate:clear, staffed:staff:man, disinfected:disinfect:sterilise, relocated:relocate:move, funded:fund:finance, audited:audit:review',
    'patients, nurses:carers, beds, doctors:physicians, infections:cases',
    'Health Institute, Doctors’ Chamber, Patients’ League, Ambulance Service',
  ),
  topic(
    'railway bridge, tram line, level crossing, night train, signal box, freight yard, station hall, sleeper car, tunnel, funicular, ticket office, platform roof, locomotive shed, timetable',
    'delayed:delay:hold up, electrified:electrify, blocked:block:obstruct, restored:restore:rebuild, derailed:derail, extended:extend:lengthen, cancelled:cancel:scrap',
    'passengers:travellers, wagons:carriages, commuters, sleepers, conductors:guards',
    'Railway Company, Tramway Union, Transport Ministry, Passengers’ Forum',
  ),
  topic(
    'ballot box, polling station, election roll, recount, by-election, mayoral race, campaign poster, voting machine, postal ballot, candidate list, coalition pact, television debate, opinion poll, oath of office',
    'postponed:postpone:delay, annulled:annul:invalidate, observed:observe:monitor, sealed:seal, certified:certify:confirm, contested:contest:dispute, boycotted:boycott:shun',
    'voters:electors, ballots:votes, observers:monitors, candidates:contenders, signatures',
    'Election Commission, Reform Party, Farmers’ Alliance, Civic List',
  ),
  topic(
    'courthouse, appeal, indictment, murder trial, bail hearing, prison wing, court archive, witness programme, fraud case, verdict, plea bargain, custody ruling, arbitration panel, land register',
    'adjourned:adjourn:suspend, overturned:overturn:reverse, upheld:uphold:confirm, guarded:guard:protect, leaked:leak:disclose, reopened:reopen, settled:settle:resolve',
    'defendants:accused, witnesses, prisoners:inmates, lawyers:attorneys, verdicts:judgments',
    'Court of Appeal, Bar Association, Prosecutor’s Office, Prison Service',
  ),
  topic(
    'power station, wind farm, gas pipeline, transformer, heating plant, solar roof, coal stockpile, cooling tower, electricity meter, substation, oil terminal, battery park, turbine, biogas digester',
    'damaged:damage:harm, shelled:shell:bombard, switched off:switch off:turn off, modernised:modernise:upgrade, privatised:privatise:sell, insured:insure:cover, connected:connect:link',
    'megawatts, turbines, outages:blackouts, customers:consumers, engineers',
    'Energy Agency, Grid Operator, Miners’ Union, Power Company',
  ),
  topic(
    'vineyard, cattle market, grain silo, olive grove, dairy, orchard, beekeeping course, tractor depot, irrigation ditch, sheep fold, tobacco barn, seed store, slaughterhouse, fish farm',
    'subsidised:subsidise:support, quarantined:quarantine:isolate, harvested:harvest:reap, leased:lease:rent, planted:plant:sow, sprayed:spray:treat, fenced:fence:enclose',
    'hectares, farmers:growers, sheep, hives:beehives, lambs',
    'Farmers’ Union, Veterinary Institute, Growers’ Cooperative, Land Agency',
  ),
  topic(
    'opera house, puppet theatre, film festival, mosaic, city museum, folk ensemble, choir, carnival, sculpture garden, bell tower, fresco, brass band, book fair, planetarium',
    'unveiled:unveil:reveal, rehearsed:rehearse:practise, sponsored:sponsor:fund, vandalised:vandalise:deface, lent:lend, photographed:photograph, translated:translate:render',
    'visitors:guests, singers:vocalists, paintings:canvases, tickets, actors:performers',
    'Arts Council, Museum Society, Film Archive, Heritage Trust',
  ),
  topic(
    'football stadium, swimming pool, ski lift, cycling race, chess tournament, boxing hall, running track, handball league, rowing club, ice rink, marathon, tennis court, climbing wall, sailing regatta',
    'won:win, hosted:host:organise, interrupted:interrupt:halt, televised:televise:broadcast, banned:ban:forbid, floodlit:floodlight, measured:measure',
    'spectators:onlookers, medals, runners:athletes, goals, referees:umpires',
    'Football Association, Olympic Committee, Rowing Federation, Supporters’ Club',
  ),
  topic(
    'harbour crane, lighthouse, fishing fleet, container ship, customs shed, dry dock, breakwater, coastguard cutter, cargo manifest, oil slick, lifeboat, buoy, shipyard, tugboat',
    'towed:tow:pull, seized:seize:confiscate, boarded:board, loaded:load, sunk:sink:scuttle, rescued:rescue:save, chartered:charter:hire',
    'containers, sailors:seamen, trawlers:fishing boats, tonnes, lifebelts',
    'Port Authority, Seamen’s Union, Coast Guard, Customs Service',
  ),
  topic(
    'town hall, budget, property tax, market hall, pension fund, housing estate, parking garage, bus lane, cemetery, public fountain, street lighting, rubbish tip, rent cap, land sale',
    'approved:approve:endorse, rejected:reject:turn down, auctioned:auction:sell, taxed:tax, surveyed:survey:map, demolished:demolish:tear down, financed:finance:fund',
    'flats:apartments, tenants:renters, euros, petitions:appeals, councillors',
    'Town Council, Audit Office, Tenants’ League, Treasury',
  ),
  topic(
    'checkpoint, patrol, police academy, border fence, speed camera, minefield, barracks, arms depot, riot squad, forensic laboratory, roadblock, drone, wiretap, witness statement',
    'attacked:attack:assault, dismantled:dismantle:take apart, searched:search:comb, surrounded:surround:encircle, defused:defuse:disarm, withdrawn:withdraw:pull back, deployed:deploy:station',
    'officers:policemen, rifles:guns, arrests:detentions, soldiers:troops, mines',
    'Police Directorate, Border Guard, Peace Mission, Army Staff',
  ),
  topic(
    'observatory, seed vault, seismograph, particle detector, weather balloon, research vessel, glacier survey, genome map, telescope, satellite dish, fossil bed, botanical garden, data centre, radio mast',
    'calibrated:calibrate:adjust, discovered:discover:find, dated:date, catalogued:catalogue:list, patented:patent, launched:launch:send up, excavated:excavate:dig up',
    'samples:specimens, earthquakes:tremors, researchers:scientists, species, satellites',
    'Academy of Sciences, Weather Service, Geological Survey, Space Agency',
  ),
];

export const ADJECTIVES: readonly string[] = list(
  'old, new, northern, southern, eastern, western, municipal, private, wooden, concrete, temporary, unfinished, historic, disused, overcrowded, underground, floating, prefabricated, award-winning, controversial, state-owned, makeshift, listed, flagship, remote, central, damaged, restored, automated, volunteer-run, experimental, neglected, costly, narrow, upper, lower, former, joint, provisional, seasonal, derelict, mobile',
);

export const REASONS: readonly string[] = list(
  'after a landslide, because of a strike, after two weeks of rain, following a court order, after an anonymous tip, despite protests by residents, because asbestos was found, after a fire in the attic, without a permit, ahead of the visit of a delegation, as part of a loan agreement, after a gas leak, because the contractor went bankrupt, following a bomb threat, under an emergency decree, after a cyberattack, because of heavy snow, after a vote that was tied twice, in breach of the zoning plan, with the help of volunteers, after an outbreak of measles, because spare parts were missing, following complaints about noise, after a lightning strike, on the advice of foreign experts, after an earthquake cracked its foundations, because no bidder came forward, during a heatwave, after a mistake in translation, under police protection, to mark an anniversary, after a whistleblower spoke out, because the fuse box was stolen, following a merger, after a herd of goats got in, since the lease had run out',
);

export const OUTCOMES: readonly string[] = list(
  'the bill came to three times the estimate, nobody was hurt, an inquiry was promised within a month, the keys are still missing, a second contractor has been hired, the neighbours were not told, the insurance refused to pay, schools stayed closed for the day, the ombudsman has been asked to step in, work resumed the same evening, a plaque is to be put up, two employees were suspended, traffic was sent round by the ring road, the opposition spoke of a scandal, a hotline was set up, the minutes were published at once, compensation was offered, the mayor cut short a holiday, the archive was moved to a cellar, trees had to be felled, a minute of silence was held, the price of bread doubled, the union called it a provocation, a retired judge will mediate, tourists were turned away, the warranty had expired, a rehearsal was called off, the budget had no line for it, blankets and soup were handed out, experts disagree on the cause',
);

export const OFFICES: readonly string[] = list(
  'mayor, deputy mayor, chief engineer, spokeswoman, ombudsman, treasurer, head teacher, police chief, bishop, trade union leader, district judge, environment minister, governor, chief physician, harbour master, opposition leader, auditor, prosecutor, fire chief, curator',
);

export const MONTHS: readonly string[] = list(
  'January, February, March, April, May, June, July, August, September, October, November, December',
);
