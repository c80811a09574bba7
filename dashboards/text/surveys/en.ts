import type { SurveyTexts } from './sv.ts'

/** The words of the page of local surveys in English. */
export const en: SurveyTexts = {
  title: 'Local surveys',
  lead: 'What managers, staff and clients have answered to questions on grades. The answers of managers and staff are shown as the people they are, never as a percentage of a handful; those of clients are protected like the follow-up.',
  emptyTitle: 'No survey has been loaded',
  emptyDetail:
    'Fill in the template with how many have chosen each grade and load it with npm run etl -- load FILE. The template comes from npm run etl -- template survey.',
  template: 'Get the template (Excel, with its codebook)',
  question: (title) => `The question: “${title}”`,
  dot: 'a dot is one who answered',
  bars: 'bars: too many for a dot each',
  year: 'Year',
  newest: 'Newest',
  group: 'Respondents',
  answered: 'Answered',
  asked: 'Asked',
  unknown: 'not known',
  grade: (name, grade, count, answered) => `${name}: ${grade}, ${count} of ${answered}`,
  clients: 'clients who answered; protected figures',
  clientsClosed: 'Clients’ answers are shown to who is signed in.',
  protectedProcessing: 'Counts and shares are protected: rounded and changed by a little chance',
  protectedNote:
    'A group is shown only if at least ten have answered. Grades that too few have chosen are put together. The number of answers is rounded to the nearest five, and no figure is exact. Corrected answers are seen only once those of at least ten persons have changed.',
  undivided: 'not shown divided',
  merged: 'several grades together',
  about: (count) => `about ${count}`,
  responseRate: 'Response rate',
  heading: (name, answered) => `${name} · ${answered}`,
}
