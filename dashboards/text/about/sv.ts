import { several } from '../../../data/model/numbers.ts'

/** The page about the data in Swedish. */
export const sv = {
  title: 'Om data',
  lead: 'Varifrån siffrorna kommer, vad de betyder, vad som har ändrats och hur de får användas.',
  contents: 'På den här sidan',
  sources: {
    title: 'Källor',
    lead: (id: string, when: string) =>
      `Sidorna visar utgåva ${id}, byggd ${when}. En utgåva ändras aldrig: nya siffror blir en ny utgåva.`,
    names: {
      sample: 'Påhittade exempeldata',
      kolada: 'Kolada',
      oj: 'Öppna jämförelser',
      local: 'Egna uppgifter',
      asi: 'ASI, uttag från kommunerna',
      ubu: 'UBU, uttag från kommunerna',
    } as Readonly<Record<string, string>>,
    caption: 'Vad utgåvan är byggd av',
    columns: ['Källa', 'Inläst', 'Antal uppgifter', 'Fil'],
    notTold: 'anges inte',
    whyNotTold: 'Hur många intervjuer som ligger bakom ASI och UBU anges inte, för att ingen ska kunna räknas fram.',
    earlier: (count: number) =>
      `${several(count, 'tidigare utgåva', 'tidigare utgåvor')} finns kvar att gå tillbaka till`,
    release: (id: string, when: string) => `${id}, byggd ${when}`,
  },
  sample: {
    title: 'Vad exempeldata är',
    detail:
      'Siffrorna är påhittade av en slumpgenerator, lika för alla som startar Jämsides utan egna data. De har rimliga nivåer, luckor och samband men säger inget om någon kommun, och det står på varje sida och i varje fil som sparas. Läs in riktiga siffror med npm run etl -- load FIL eller npm run etl -- fetch kolada, så försvinner de.',
  },
  revisions: {
    title: 'Siffror som har ändrats i efterhand',
    none: (since: string) => `Ingen siffra har ändrats av källan ${since}.`,
    lead: (count: number, shown: number, since: string) =>
      shown < count
        ? `${several(count, 'siffra', 'siffror')} har ändrats av källan ${since}. De ${shown} senaste visas här.`
        : `${several(count, 'siffra', 'siffror')} har ändrats av källan ${since}.`,
    sinceFirst: 'sedan den först lästes in',
    sinceRelease: (when: string) => `sedan utgåvan före den här, byggd ${when}`,
    noneBefore: 'före den här utgåvan, som är den första',
    since: 'Ändrade',
    sinceLast: 'sedan förra utgåvan',
    sinceLoaded: 'sedan de först lästes in',
    indicator: 'Indikator',
    allIndicators: 'alla',
    whose: 'Kommuner',
    everybodys: 'alla',
    moved: (name: string) => `Vad ändringarna gjorde med platsen för ${name} bland alla kommuner`,
    movedColumns: ['Indikator', 'År', 'Plats före', 'Plats nu'],
    noMove: (name: string) => `Ändringarna har inte flyttat ${name} till någon annan plats bland alla kommuner.`,
    caption: 'Ändrade siffror, de senaste först',
    columns: ['Kommun', 'Indikator', 'År', 'Före', 'Nu', 'Ändrad'],
    all: 'Alla ändringar i urvalet:',
  },
  terms: {
    title: 'Hur siffrorna får användas',
    raw: 'Källa: Kolada',
    rawDetail:
      'Publicerade värden från Kolada, den kommunala databasen hos RKA, får användas fritt när källan anges. Så står det under varje figur som visar dem.',
    own: 'Egen bearbetning',
    ownDetail:
      'Medianer, kvartiler, platser, färger, intervall och allt annat som räknats fram här får inte anges som Koladas. Ange dem som egen bearbetning, gärna med utgåvans namn så att de går att räkna om.',
    oj: 'Öppna jämförelser ges ut av Socialstyrelsen och Sveriges Kommuner och Regioner; deras arbetsböcker anges som källa med område och år.',
    clients: 'ASI och UBU visas bara skyddade och tillhör kommunerna som lämnat uttagen.',
  },
  definitions: {
    title: 'Definitioner',
    lead: 'Varje indikator med vad den säger, varför den spelar roll och åt vilket håll den är bättre, och varför.',
    search: 'Sök bland definitionerna',
    found: (count: number) => several(count, 'indikator', 'indikatorer'),
    none: 'Ingen indikator passar. Pröva ett annat ord.',
    full: 'Hela namnet',
    says: 'Vad den säger',
    matters: 'Varför den spelar roll',
    direction: 'Riktning',
    base: 'Underlag',
    noBase: 'Inte publicerat; därför visas inget intervall.',
    baseIs: (name: string) => `Räknas av ”${name}”.`,
    source: 'Källa',
    years: 'År',
    yearsAre: (first: number, last: number) => (first === last ? String(first) : `${first}–${last}`),
    coverage: (count: number, year: number) => `${several(count, 'kommun', 'kommuner')} har värde ${year}`,
    noYears: 'Inga värden i den här utgåvan',
    ended: (year: number) => `samlas inte in efter ${year}`,
    reviewed: 'Granskad',
    reviewedAt: (when: string, next: string) => `${when}, granskas på nytt ${next}`,
    notReviewed: 'Inte granskad här',
    compare: 'Jämför kommunerna',
    link: 'Länk hit',
  },
  protection: {
    title: 'Skyddet av personerna bakom ASI och UBU',
    hidden:
      '”Visas inte” kan betyda att gruppen är för liten, att den tillsammans med en annan siffra skulle peka ut någon, eller att den är tom. Vilket går inte att se, och det är meningen.',
  },
  keyboard: {
    title: 'Tangentbordet',
    lead: 'Allt går att göra utan mus.',
    caption: 'Tangenter',
    columns: ['Var', 'Tangent', 'Vad som händer'],
    rows: [
      ['Överallt', 'Tabb', 'Nästa länk, knapp eller ruta; den första är Hoppa till innehållet'],
      [
        'Överallt',
        'Ctrl+K',
        'Sök sida, kommun, grupp, indikator, definition, metod, mått i ASI och UBU, eller något att göra',
      ],
      ['Lista att skriva i', 'Pil ned, pil upp', 'Nästa och föregående förslag'],
      ['Lista att skriva i', 'Enter', 'Väljer förslaget'],
      ['Lista att skriva i', 'Esc', 'Stänger listan utan att välja'],
      ['Diagram', 'Piltangenter', 'Stegar genom punkterna; varje punkt läses upp'],
      ['Diagram', 'Esc', 'Lämnar punkten'],
      ['Översikt', 'Piltangenter', 'Går mellan rutorna'],
      ['Översikt', 'Enter', 'Öppnar jämförelsen för rutan'],
      ['Spara som', 'Esc', 'Stänger menyn'],
    ],
  },
  accessibility: {
    title: 'Tillgänglighet',
    goal: 'Sidorna är byggda för att uppfylla WCAG 2.2 på nivå AA.',
    testedTitle: 'Så är det prövat',
    tested: [
      'Varje sida på båda språken granskas automatiskt med axe i Chromium vid varje ändring, och inget fel är tillåtet.',
      'Vägen från startsidan till en sparad figur körs automatiskt med bara tangentbord.',
      'Varje sida prövas automatiskt vid 320 bildpunkters bredd, som motsvarar 400 procents förstoring, och i mörkt läge; de mest utskrivna även i utskrift.',
      'Varje diagram finns också som tabell, och punkterna läses upp när man stegar genom dem.',
      'Färg bär aldrig betydelsen ensam: form och ord säger samma sak.',
    ],
    lacksTitle: 'Det här är inte prövat',
    lacks: [
      'Ingen som till vardags använder skärmläsare, förstoring eller talstyrning har ännu prövat sidorna.',
      'De är inte prövade i Firefox eller Safari.',
      'Automatisk granskning hittar bara en del av de fel som finns.',
      'Sparade filer i Word, PowerPoint och PDF är inte granskade för sig.',
    ],
    ask: 'Säg till den som driver Jämsides hos er om något är svårt att använda eller förstå.',
  },
}

export type AboutTexts = typeof sv
