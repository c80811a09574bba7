import type { AboutTexts } from './sv.ts'

const several = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** The page about the data in English. */
export const en: AboutTexts = {
  title: 'About the data',
  lead: 'Where the figures come from, what they mean, what has changed and how they may be used.',
  contents: 'On this page',
  sources: {
    title: 'Sources',
    lead: (id, when) =>
      `The pages show release ${id}, built on ${when}. A release never changes: new figures make a new release.`,
    names: {
      sample: 'Invented sample data',
      kolada: 'Kolada',
      oj: 'Öppna jämförelser',
      local: 'Local figures',
      asi: 'ASI, extracts from the municipalities',
      ubu: 'UBU, extracts from the municipalities',
    },
    caption: 'What the release was built from',
    columns: ['Source', 'Loaded', 'Number of values', 'File'],
    notTold: 'not told',
    whyNotTold: 'How many interviews lie behind ASI and UBU is not told, so that nobody can be counted out.',
    earlier: (count) => `${several(count, 'earlier release', 'earlier releases')} to go back to`,
    release: (id, when) => `${id}, built on ${when}`,
  },
  sample: {
    title: 'What the sample data are',
    detail:
      'The figures are invented by a random generator, the same for everyone who starts Jämsides without data of their own. They have plausible levels, gaps and relations but say nothing of any municipality, and every page and every saved file says so. Load real figures with npm run etl -- load FILE or npm run etl -- fetch kolada, and they are gone.',
  },
  revisions: {
    title: 'Figures that were changed afterwards',
    none: (since) => `No figure has been changed by its source ${since}.`,
    lead: (count, shown, since) =>
      shown < count
        ? `${several(count, 'figure has', 'figures have')} been changed by the source ${since}. The latest ${shown} are shown here.`
        : `${several(count, 'figure has', 'figures have')} been changed by the source ${since}.`,
    sinceFirst: 'since first loaded',
    sinceRelease: (when) => `since the release before this one, built ${when}`,
    noneBefore: 'before this release, which is the first',
    since: 'Changed',
    sinceLast: 'since the last release',
    sinceLoaded: 'since first loaded',
    indicator: 'Indicator',
    allIndicators: 'all',
    whose: 'Municipalities',
    everybodys: 'all',
    moved: (name) => `What the changes did to the place of ${name} among all municipalities`,
    movedColumns: ['Indicator', 'Year', 'Place before', 'Place now'],
    noMove: (name) => `The changes have not moved ${name} to another place among all municipalities.`,
    caption: 'Changed figures, the latest first',
    columns: ['Municipality', 'Indicator', 'Year', 'Before', 'Now', 'Changed'],
    all: 'All changes chosen:',
  },
  terms: {
    title: 'How the figures may be used',
    raw: 'Source: Kolada',
    rawDetail:
      'Published values from Kolada, the database of Swedish municipalities at RKA, may be used freely when the source is named. So it stands below each figure that shows them.',
    own: 'Own processing',
    ownDetail:
      'Medians, quartiles, ranks, colours, intervals and all else that is made here must not be given as Kolada’s. Give them as own processing, with the name of the release so that they can be made again.',
    oj: 'Öppna jämförelser is published by Socialstyrelsen and the Swedish Association of Local Authorities and Regions; name their workbooks with area and year.',
    clients: 'ASI and UBU are shown only protected and belong to the municipalities that handed in the extracts.',
  },
  definitions: {
    title: 'Definitions',
    lead: 'Each indicator with what it says, why it matters, which way is better, and why.',
    search: 'Search the definitions',
    found: (count) => several(count, 'indicator', 'indicators'),
    none: 'No indicator fits. Try another word.',
    full: 'Full name',
    says: 'What it says',
    matters: 'Why it matters',
    direction: 'Direction',
    base: 'Base',
    noBase: 'Not published; so no interval is shown.',
    baseIs: (name) => `Counted by “${name}”.`,
    source: 'Source',
    years: 'Years',
    yearsAre: (first, last) => (first === last ? String(first) : `${first}–${last}`),
    coverage: (count, year) => `${several(count, 'municipality has', 'municipalities have')} a value in ${year}`,
    noYears: 'No values in this release',
    ended: (year) => `not collected after ${year}`,
    reviewed: 'Reviewed',
    reviewedAt: (when, next) => `${when}, to be reviewed again on ${next}`,
    notReviewed: 'Not reviewed here',
    compare: 'Compare the municipalities',
    link: 'Link to this',
  },
  protection: {
    title: 'Protecting the people behind ASI and UBU',
    hidden:
      '“Not shown” may mean that the group is too small, that with another figure it would point someone out, or that it is empty. Which one cannot be seen, and that is intended.',
  },
  keyboard: {
    title: 'The keyboard',
    lead: 'Everything can be done without a mouse.',
    caption: 'Keys',
    columns: ['Where', 'Key', 'What happens'],
    rows: [
      ['Everywhere', 'Tab', 'Next link, button or box; the first is Skip to the content'],
      [
        'Everywhere',
        'Ctrl+K',
        'Search page, municipality, group, indicator, definition, method, measure of ASI and UBU, or something to do',
      ],
      ['List to type in', 'Arrow down, arrow up', 'Next and previous suggestion'],
      ['List to type in', 'Enter', 'Chooses the suggestion'],
      ['List to type in', 'Esc', 'Closes the list without choosing'],
      ['Chart', 'Arrow keys', 'Step through the points; each is read out'],
      ['Chart', 'Esc', 'Leaves the point'],
      ['Overview', 'Arrow keys', 'Move between the cells'],
      ['Overview', 'Enter', 'Opens the comparison of the cell'],
      ['Save as', 'Esc', 'Closes the menu'],
    ],
  },
  accessibility: {
    title: 'Accessibility',
    goal: 'The pages are built to meet WCAG 2.2 at level AA.',
    testedTitle: 'How it is tested',
    tested: [
      'Each page in both languages is examined automatically with axe in Chromium at every change, and no violation is allowed.',
      'The way from the start page to a saved figure is run automatically by keyboard alone.',
      'Each page is tested automatically at a width of 320 pixels, which is the same as 400 per cent zoom, and in dark mode; those most often printed also in print.',
      'Each chart is there as a table too, and its points are read out when one steps through them.',
      'Colour never carries meaning alone: shape and word say the same.',
    ],
    lacksTitle: 'What is not tested',
    lacks: [
      'Nobody who uses a screen reader, magnification or voice control every day has tried the pages yet.',
      'They are not tested in Firefox or Safari.',
      'Automatic examination finds only part of the faults that there are.',
      'Saved files in Word, PowerPoint and PDF are not examined by themselves.',
    ],
    ask: 'Tell whoever runs Jämsides with you if anything is hard to use or to understand.',
  },
}
