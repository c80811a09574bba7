import { several } from '../../../data/model/numbers.ts'

/** The words of the search box in Swedish: what is searched, and what each kind of hit is called. */
export const sv = {
  label: 'Sök sida, kommun, grupp, indikator, metod, mått eller åtgärd',
  kinds: {
    page: 'Sida',
    chapter: 'Om data',
    municipality: (county: string) => `Kommun, ${county}`,
    group: (kind: string) => `Grupp, ${kind}`,
    indicator: (area: string) => `Indikator, ${area}`,
    definition: (area: string) => `Definition, ${area}`,
    notLoaded: (id: string, isFetched: boolean) =>
      isFetched ? `Inte inläst. Hämta: npm run etl -- fetch kolada --indicators ${id}` : 'Inte inläst',
    method: 'Metod',
    measure: (instrument: string) => `Mått, ${instrument}`,
    split: (instrument: string) => `Uppdelning, ${instrument}`,
    module: (instrument: string) => `Modul, ${instrument}`,
    action: 'Åtgärd',
  },
  inKolada: (command: string) => `Finns i Kolada, inte inläst. Hämta: ${command}`,
  commandCopied: (command: string) => `Kommandot ligger i urklipp: ${command}`,
  definitionOf: (indicator: string) => `Definition: ${indicator}`,
  splitBy: (instrument: string, dimension: string) => `${instrument} uppdelat efter ${dimension.toLowerCase()}`,
  actions: {
    print: 'Skriv ut sidan',
    printWords: 'utskrift papper pdf',
    language: 'Visa sidan på engelska',
    languageWords: 'english språk',
    link: 'Kopiera länken till sidan',
    linkWords: 'adress dela url',
    linked: 'Länken ligger i urklipp.',
    notLinked: 'Webbläsaren tillät inte kopiering. Kopiera adressen i adressfältet i stället.',
    pick: 'Lägg till sidans figurer i urvalet',
    pickWords: 'eget urval samla spara',
    picked: (added: number, count: number) =>
      `${several(added, 'figur', 'figurer')} lades till. Urvalet har ${several(count, 'figur', 'figurer')}.`,
  },
}

export type SearchTexts = typeof sv
