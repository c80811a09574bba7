/** The words of the page of local surveys in Swedish. */
export const sv = {
  title: 'Lokala enkäter',
  lead: 'Vad chefer, medarbetare och klienter har svarat på frågor med grader. Chefers och medarbetares svar visas som de personer de är, aldrig som procent av en handfull; klienters svar skyddas som uppföljningen.',
  emptyTitle: 'Ingen enkät är inläst',
  emptyDetail:
    'Fyll i mallen med hur många som valt varje grad och läs in den med npm run etl -- load FIL. Mallen fås med npm run etl -- template survey.',
  template: 'Hämta mallen (Excel, med kodbok)',
  question: (title: string) => `Frågan: ”${title}”`,
  dot: 'en prick är en svarande',
  bars: 'staplar: för många för en prick var',
  year: 'År',
  newest: 'Senaste',
  group: 'Svarande',
  answered: 'Svarade',
  asked: 'Tillfrågade',
  unknown: 'okänt',
  grade: (name: string, grade: string, count: string, answered: string) => `${name}: ${grade}, ${count} av ${answered}`,
  clients: 'klienter som svarat; skyddade siffror',
  clientsClosed: 'Klienters svar visas för den som är inloggad.',
  protectedProcessing: 'Antal och andelar är skyddade: avrundade och ändrade med en liten slump',
  protectedNote:
    'En grupp visas bara om minst tio har svarat. Grader som för få har valt är sammanslagna. Antalet svarande är avrundat till närmaste femtal, och ingen siffra är exakt. Rättade svar syns först när minst tio personers svar har ändrats.',
  undivided: 'visas inte uppdelat',
  merged: 'flera grader ihop',
  about: (count: string) => `omkring ${count}`,
  responseRate: 'Svarsfrekvens',
  heading: (name: string, answered: string) => `${name} · ${answered}`,
}

export type SurveyTexts = typeof sv
