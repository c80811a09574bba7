import { several } from '../../../data/model/numbers.ts'
import type { SearchTexts } from './sv.ts'

/** The same words in English. */
export const en: SearchTexts = {
  label: 'Search page, municipality, group, indicator, method, measure or action',
  kinds: {
    page: 'Page',
    chapter: 'About the data',
    municipality: (county) => `Municipality, ${county}`,
    group: (kind) => `Group, ${kind}`,
    indicator: (area) => `Indicator, ${area}`,
    definition: (area) => `Definition, ${area}`,
    notLoaded: (id, isFetched) =>
      isFetched ? `Not loaded. Fetch: npm run etl -- fetch kolada --indicators ${id}` : 'Not loaded',
    method: 'Method',
    measure: (instrument) => `Measure, ${instrument}`,
    split: (instrument) => `Breakdown, ${instrument}`,
    module: (instrument) => `Module, ${instrument}`,
    action: 'Action',
  },
  inKolada: (command) => `In Kolada, not loaded. Fetch: ${command}`,
  commandCopied: (command) => `The command is on the clipboard: ${command}`,
  definitionOf: (indicator) => `Definition: ${indicator}`,
  splitBy: (instrument, dimension) => `${instrument} by ${dimension.toLowerCase()}`,
  actions: {
    print: 'Print the page',
    printWords: 'paper pdf',
    language: 'Show the page in Swedish',
    languageWords: 'svenska language',
    link: 'Copy the link to the page',
    linkWords: 'address share url',
    linked: 'The link is on the clipboard.',
    notLinked: 'The browser did not allow copying. Copy the address in the address bar instead.',
    pick: 'Add the figures of the page to the selection',
    pickWords: 'basket collect save',
    picked: (added, count) =>
      `${several(added, 'figure', 'figures')} added. The selection has ${several(count, 'figure', 'figures')}.`,
  },
}
