import type { SurveyTexts } from './sv.ts'

/** The words of the page of local surveys in English. */
export const en: SurveyTexts = {
  title: 'Local surveys',
  lead: 'What managers and staff have answered to questions on grades. The answers are shown as the people they are, never as a percentage of a handful.',
  emptyTitle: 'No survey has been loaded',
  emptyDetail:
    'Fill in the template with how many have chosen each grade and load it with npm run etl -- load FILE. The template comes from npm run etl -- template survey.',
  template: 'Get the template (Excel, with its codebook)',
  question: (title) => `The question: “${title}”`,
  dot: 'a dot is one who answered',
  bars: 'bars: too many for a dot each',
  year: 'Year',
  newest: 'Newest',
  processing: 'The counts are the source’s own',
  group: 'Respondents',
  answered: 'Answered',
  asked: 'Asked',
  unknown: 'not known',
  grade: (name, grade, count, answered) => `${name}: ${grade}, ${count} of ${answered}`,
  heading: (name, answered) => `${name} · ${answered}`,
}
