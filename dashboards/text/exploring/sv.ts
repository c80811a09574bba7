import { several } from '../../../data/model/numbers.ts'

/** The words of Samband, Liknande kommuner and Eget urval in Swedish. */
export const sv = {
  workbook: {
    about: 'Källor och metod',
    methods: 'Så är siffrorna räknade',
    missing: 'När ett värde saknas',
    long: 'Alla uppgifter',
    figure: 'Figur',
  },
  units: {
    own: (name: string) => `${name}, hela kommunen`,
    sized: 'en enhet: ju större prick, desto större underlag (n)',
    unsized: 'en enhet vars storlek inte är publicerad',
    column: 'Enhet',
    otherYears: (inPlace: string) => `För enheterna ${inPlace} finns värden andra år:`,
  },
  relation: {
    caution: 'Ett samband är ingen orsak.',
    noPairs: 'Ingen kommun har värden på båda indikatorerna. Välj ett annat år eller en annan indikator.',
    turnAxes: 'Byt plats på indikatorerna',
    axes: (along: string, up: string) => `Vågrätt: ${along} · lodrätt: ${up}`,
    dots: 'en punkt är en kommun',
    heaps: 'punktens yta är hur många kommuner som svarat så',
    groupDots: (group: string) => `fyllda: ${group}`,
    logarithmic: 'logaritmisk skala: varje steg är tio gånger det förra, och ingen linje dras',
    line: 'streckad: regressionslinje med 95-procentigt intervall',
    correlation: (r: string, count: number) => `korrelation ${r} (${several(count, 'kommun', 'kommuner')})`,
    processing: 'Linje och korrelationer',
  },
  similar: {
    groupName: (name: string) => `Liknar ${name}`,
    notKoladas:
      'Likheten är räknad här, på måtten nedan. Koladas egna grupper av liknande kommuner är andra: de väljs under ”Liknande enligt Kolada” i listan ”Jämför med”, där de är inlästa.',
    use: 'Jämför med de här på alla sidor',
    subtitle: (name: string) =>
      `Skillnad mot ${name} i standardavvikelser, ett mått i taget · åt vänster lägre, åt höger högre · bakom namnet: avståndet`,
    processing: 'Avstånd',
    distance: 'Avstånd',
    part: (percent: string) => `${percent} % av avståndet`,
    weightsTitle: 'Vad likheten räknas på',
    weightsLead: 'Dra i vikten för det som ska betyda mer eller mindre. Noll betyder inget alls.',
    add: 'Lägg till ett mått',
    leaveOut: (name: string) => `Ta bort ${name}`,
    standard: 'Tillbaka till de vanliga måtten och vikterna',
    pickerTitle: 'Egen grupp',
    pickerLead:
      'Sätt samman de kommuner ni vill jämföra er med. Gruppen står i sidans adress och följer med till alla sidor; spara den för att hitta den här igen.',
    startFrom: (name: string) => `Utgå från ${name}`,
    name: 'Gruppens namn',
    addMember: 'Lägg till en kommun',
    addCounty: 'Lägg till ett län',
    members: (count: number) => `${several(count, 'kommun', 'kommuner')} i gruppen`,
    map: 'Klicka på kartan för att ta med eller ta bort en kommun',
    compare: 'Jämför',
    keep: 'Spara i den här webbläsaren',
    putAway: 'Lägg undan gruppen',
    kept: 'Sparade grupper',
    forget: (name: string) => `Glöm gruppen ${name}`,
  },
  selection: {
    title: 'Eget urval',
    lead: (count: number) =>
      `${several(count, 'figur', 'figurer')} i er egen ordning. Allt står i sidans adress, så den går att skicka; det sparas också i den här webbläsaren.`,
    shared: (count: number) =>
      `Det här är ett annat urval än det som är sparat i den här webbläsaren. Ditt eget har ${several(count, 'figur', 'figurer')} och ersätts om du ändrar något här.`,
    showOwn: 'Visa mitt eget',
    emptyTitle: 'Urvalet är tomt',
    emptyDetail: 'Välj ”Lägg till i urval” under en figur på någon av de andra sidorna, så samlas den här.',
    brokenTitle: 'Länken till urvalet är avklippt',
    brokenDetail:
      'Be den som skickade den att kopiera länken igen, eller öppna ”Eget urval” i menyn för att se ditt eget.',
    goneTitle: 'Figuren finns inte längre',
    goneDetail: 'De siffror som figuren visade finns inte i den utgåva som visas nu.',
    place: (at: number, of: number) => `Figur ${at} av ${of}`,
    up: (name: string) => `Flytta upp: ${name}`,
    down: (name: string) => `Flytta ned: ${name}`,
    leaveOut: (name: string) => `Ta bort: ${name}`,
    ownTitle: 'Rubrik',
    introduction: 'Inledning',
    comment: 'Kommentar',
    fieldFull: (longest: number) => `Här ryms högst ${longest} tecken. Det som inte fick plats är inte med.`,
    tooLong:
      'Urvalet är för långt för en länk. Det är sparat i den här webbläsaren: spara det som fil för att skicka det, eller korta kommentarerna.',
    facts: {
      about: (names: readonly string[]) => `${names.length === 1 ? 'Kommun' : 'Kommuner'}: ${names.join(', ')}`,
      comparedWith: (groups: string) => `Jämfört med: ${groups}`,
      release: (id: string) => `Utgåva ${id}`,
      putTogether: (date: string) => `Sammanställt ${date}`,
    },
    cover: 'Om urvalet',
    save: 'Spara urvalet som',
    saveAs: { docx: 'Word', pptx: 'PowerPoint', xlsx: 'Excel', zip: 'Vektorbilder (ZIP)' },
    placemats: (count: number, within: string) => `Underlägg för alla ${count} ${within} (Word)`,
    print: 'Skriv ut',
    copyLink: 'Kopiera länken',
    linkNotCopied: 'Webbläsaren tillät inte kopiering. Kopiera adressen i adressfältet i stället.',
    longTable: (rows: number) => `Tabellen har ${rows} rader. Den följer med när urvalet sparas som Excel.`,
    making: 'Skapar filen …',
  },
}

export type ExploringTexts = typeof sv
