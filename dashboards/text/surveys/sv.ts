/** The words of the page of local surveys in Swedish. */
export const sv = {
  title: 'Lokala enkäter',
  lead: 'Vad chefer och medarbetare har svarat på frågor med grader. Svaren visas som de personer de är, aldrig som procent av en handfull.',
  emptyTitle: 'Ingen enkät är inläst',
  emptyDetail:
    'Fyll i mallen med hur många som valt varje grad och läs in den med npm run etl -- load FIL. Mallen fås med npm run etl -- template survey.',
  template: 'Hämta mallen (Excel, med kodbok)',
  question: (title: string) => `Frågan: ”${title}”`,
  dot: 'en prick är en svarande',
  bars: 'staplar: för många för en prick var',
  year: 'År',
  newest: 'Senaste',
  processing: 'Antalen är källans egna',
  group: 'Svarande',
  answered: 'Svarade',
  asked: 'Tillfrågade',
  unknown: 'okänt',
  grade: (name: string, grade: string, count: string, answered: string) => `${name}: ${grade}, ${count} av ${answered}`,
  heading: (name: string, answered: string) => `${name} · ${answered}`,
}

export type SurveyTexts = typeof sv
