import { expect, test } from 'vitest'
import { Mapping } from '../../../data/model/workbook-mapping.ts'
import { check } from '../../../etl/commands/check.ts'
import { emptyHome } from '../../fixtures/home.ts'
import { workbookOf } from '../../fixtures/workbook.ts'

test('check says in words and as a picture how a workbook was understood, and the mapping to edit beside it', async () => {
  const path = workbookOf({
    Information: [['Om tabellen'], ['Källa']],
    2023: [
      ['Socialtjänsten i siffror'],
      ['Kommunkod', 'Kommun', 'N30101', 'U30447', 'U30447 antal svarande', 'Rang'],
      ['', 'Riket', 4000, 61, '', ''],
      ['0114', 'Upplands Väsby', 4100.5, '58,5', 200, 2],
      ['0184', 'Solna', 2900, '62,5', 100, 1],
    ],
  })
  const { exit, lines: padded } = await check(emptyHome(), [path], {})
  const lines = padded.map((line) => line.replace(/(?<=\S) {2,}/g, '  '))
  expect(exit).toBe(0)
  for (const line of [
    'Bladet 2023',
    '  Rubriker: rad 2. Kommunkoder: kolumn A (Kommunkod), 2 av 2 ifyllda celler; mot namnen i B stämmer 2, 0 stämmer inte.',
    '  4  @ 0114  @ Upplands Väsby  = 4100.5  = 58,5  + 200  - 2',
    '      C4: visas som 4100,5, lagras som 4100.5',
    '  - F: "Rang" är en rangordning, inte indikatorns värde, och läses inte. (2 ifyllda celler)',
    '  - 1 rad om riket, län, grupper eller delar av kommuner (rad 3)',
    'Bladet Information läses inte: har ingen kolumn med kommuner (2 rader).',
  ])
    expect(lines).toContain(line)
  const told = lines.find((line) => line.startsWith('  D U30447'))!
  expect(told).toMatch(
    /U30447 .*\(står i rubriken\); alla \(inget annat sägs\); 2023 \(står i bladets namn\); % \(enligt/,
  )
  const mapping = Mapping.parse(JSON.parse(lines.at(-2)!))
  expect(mapping.sheets[0]).toMatchObject({ sheet: '2023', columns: { C: 'N30101', F: null } })
  expect(mapping.sheets[0]).not.toHaveProperty('about')
})
