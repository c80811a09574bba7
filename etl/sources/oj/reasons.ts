type Text = { rule: string; sv: string; en: string }

const MAPPING = {
  sv: 'Ska den läsas: säg vad den är på sidan Så här förstod vi filen, eller i mappningen.',
  en: 'If it is to be read: say what it is on the page How we understood the file, or in the mapping.',
}
const derived = (sv: string, en: string): Text => ({ rule: 'derived-column', sv, en })

/** Why a column is left out, behind its heading. */
export const REASONS: Record<string, Text> = {
  unknown: {
    rule: 'unknown-column',
    sv: `är ingen känd indikator och läses inte. ${MAPPING.sv}`,
    en: `is no known indicator and is not read. ${MAPPING.en}`,
  },
  'no-indicator': {
    rule: 'unknown-column',
    sv: `säger inte vilken indikator den är och läses inte. ${MAPPING.sv}`,
    en: `does not say which indicator it is and is not read. ${MAPPING.en}`,
  },
  ambiguous: {
    rule: 'ambiguous-column',
    sv: `kan betyda flera saker och läses inte. ${MAPPING.sv}`,
    en: `may mean several things and is not read. ${MAPPING.en}`,
  },
  span: {
    rule: 'span',
    sv: `gäller flera år tillsammans och läses inte som ett av dem. ${MAPPING.sv}`,
    en: `is of several years together and is not read as one of them. ${MAPPING.en}`,
  },
  texts: {
    rule: 'text-column',
    sv: 'har svar i ord och inga tal eller Ja/Nej, och läses inte.',
    en: 'has answers in words and no numbers or Ja/Nej, and is not read.',
  },
  change: derived(
    'är en förändring eller skillnad, inte indikatorns värde, och läses inte.',
    'is a change or difference, not the indicator’s value, and is not read.',
  ),
  rank: derived(
    'är en rangordning, inte indikatorns värde, och läses inte.',
    'is a ranking, not the indicator’s value, and is not read.',
  ),
  lower: derived(
    'är en nedre gräns, inte indikatorns värde, och läses inte.',
    'is a lower limit, not the indicator’s value, and is not read.',
  ),
  upper: derived(
    'är en övre gräns, inte indikatorns värde, och läses inte.',
    'is an upper limit, not the indicator’s value, and is not read.',
  ),
  margin: derived(
    'är en osäkerhet, inte indikatorns värde, och läses inte.',
    'is an uncertainty, not the indicator’s value, and is not read.',
  ),
  n: derived(
    'är antal svar eller personer, inte indikatorns värde, och läses inte: den står inte bredvid en andel.',
    'is a number of answers or persons, not the indicator’s value, and is not read: it does not stand beside a share.',
  ),
  numerator: derived(
    'är en täljare utan sin andel och läses inte.',
    'is a numerator without its share and is not read.',
  ),
  denominator: derived(
    'är en nämnare utan sin andel och läses inte.',
    'is a denominator without its share and is not read.',
  ),
  rate: derived(
    'är en svarsfrekvens eller ett bortfall, inte indikatorns värde, och läses inte.',
    'is a response rate, not the indicator’s value, and is not read.',
  ),
  colour: derived(
    'är en färg eller bedömning, inte indikatorns värde, och läses inte.',
    'is a colour or judgement, not the indicator’s value, and is not read.',
  ),
  reference: derived(
    'är en jämförelse med riket eller en grupp, inte kommunens värde, och läses inte.',
    'is a comparison with the country or a group, not the municipality’s value, and is not read.',
  ),
  mapping: {
    rule: 'unknown-column',
    sv: 'tas inte med av mappningen och läses inte.',
    en: 'is not taken by the mapping and is not read.',
  },
}

/** The sentence about a column that is left out. */
export function textOf(reason: string, heading: string): { sv: string; en: string } {
  const { sv, en } = REASONS[reason] ?? REASONS.unknown!
  const name =
    heading === ''
      ? { sv: 'Kolumnen utan rubrik', en: 'The column without a heading' }
      : { sv: `"${heading}"`, en: `"${heading}"` }
  return { sv: `${name.sv} ${sv}`, en: `${name.en} ${en}` }
}
