import { expect, test } from 'vitest'
import { csvOf, isClosed, shownTable } from '../../../dashboards/exports/shown-table.ts'

const spec = {
  table: {
    columns: [{ label: 'Område' }, { label: 'Andel', numeric: true }, { label: 'Tom' }],
    rows: [
      ['Alkohol; spel', '57,5', ''],
      ['=Hälsa', 'visas inte', ''],
    ],
  },
}

test('who may not ask for the figures behind saves what the figure shows, and nothing else', async () => {
  const shown = shownTable(spec, 'sv')
  expect(shown).toEqual({
    columns: ['Område', 'Andel'],
    rows: [
      ['Alkohol; spel', 57.5],
      ['=Hälsa', 'visas inte'],
    ],
  })
  expect(Buffer.from(await csvOf(shown, 'sv').arrayBuffer()).toString()).toBe(
    '\uFEFFOmråde;Andel\r\n"Alkohol; spel";57,5\r\n\'=Hälsa;visas inte\r\n',
  )
})

test('only what is closed is answered so, not what fails', () => {
  expect([401, 403, 404, 500].map((status) => isClosed(new Response(null, { status })))).toEqual([
    true,
    true,
    false,
    false,
  ])
})
