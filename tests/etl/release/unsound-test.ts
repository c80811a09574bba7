import { expect, test } from 'vitest'
import { inTransaction } from '../../../data/store/duckdb.ts'
import type { Figure } from '../../../data/store/figure.ts'
import { storeTold } from '../../../data/store/figure-numbers.ts'
import { openFigures } from '../../../data/store/figures.ts'
import { load, loadDelivery } from '../../../etl/commands/load.ts'
import type { Context } from '../../../etl/commands/outcome.ts'
import { release } from '../../../etl/commands/release.ts'
import { writing } from '../../../etl/commands/writing.ts'
import { emptyHome, inRelease, temporaryFile } from '../../fixtures/home.ts'

const GOOD: Figure = {
  indicator: 'N31807',
  sex: 'T',
  period: 2021,
  municipality: '0184',
  value: 5,
  status: null,
  token: null,
  numerator: null,
  denominator: null,
}

/** Hands figures over as a reader would that believed everything: nothing but the last net is between them and the store. */
const force = (context: Context, figures: Partial<Figure>[]) =>
  writing(context, () =>
    loadDelivery(context, { release: true }, (delivery) =>
      delivery.readAs('vad som helst', async (reading) => {
        for (const figure of figures) {
          reading.counted()
          reading.take({ ...GOOD, ...figure })
        }
      }),
    ),
  )

const goodFile = (value = 6) =>
  temporaryFile('k.csv', `kpi,municipality,period,gender,value\nN31807,0180,2021,T,${value}\n`)

const stored = (context: Context) => inRelease(context, 'SELECT municipality, value FROM value')

const UNSOUND: [rule: string, figures: Partial<Figure>[]][] = [
  ['not-a-number', [{ value: Number.POSITIVE_INFINITY }]],
  ['not-a-number', [{ value: Number.NaN }]],
  ['not-a-number', [{ value: 1e300 }]],
  ['not-a-number', [{ denominator: Number.POSITIVE_INFINITY }]],
  ['value-and-status', [{ value: null }]],
  ['value-and-status', [{ status: 'missing' }]],
  ['duplicate', [{}, { value: 6 }]],
  ['undescribed', [{ indicator: 'N99999' }]],
  ['interval', [{ lower: 6, upper: 7 }]],
  ['interval', [{ lower: 4 }]],
  ['interval', [{ value: null, status: 'missing', lower: 4, upper: 6 }]],
  ['place-or-time', [{ municipality: 'Solna' }]],
  ['place-or-time', [{ period: 20 }]],
]

test('what no release could hold is stored by no load, and the next good file is published', async () => {
  const context = emptyHome()
  await load(context, [goodFile()], { release: true })
  for (const [rule, figures] of UNSOUND) {
    const { exit, object, complaint } = await force(context, [{ municipality: '0114' }, ...figures])
    expect({ exit, object }).toMatchObject({ exit: 1, object: { ok: false, findings: [{ rule, severity: 'error' }] } })
    expect(complaint).toMatch(/^Inget är inläst\. vad som helst: Fel: \w+ \S+ \d+ T: .*\. \[/)
  }
  expect((await load(context, [goodFile(7)], { release: true })).exit).toBe(0)
  expect(await stored(context)).toEqual([{ municipality: '0180', value: 7 }])
})

test('what stands in the store from before and cannot be published blocks no good file', async () => {
  const context = emptyHome()
  await load(context, [goodFile()], { release: true })
  await spoil(context, [
    `('N31807', 'T', 2021, '0114', 'Infinity'::DOUBLE, NULL)`,
    `('N31807', 'T', 2021, '0180', 8, NULL)`,
    `('N99999', 'T', 2021, '0114', 1, NULL)`,
    `('N31807', 'T', 2021, '0115', NULL::DOUBLE, NULL)`,
  ])
  const { exit, lines } = await load(context, [goodFile(7)], { release: true })
  expect({ exit, lines }).toMatchObject({ exit: 0 })
  expect(lines.join('\n')).toContain('4 värden från tidigare inläsningar kunde inte publiceras')
  expect(await stored(context)).toEqual([{ municipality: '0180', value: 7 }])
})

test('a store that cannot be published is published without what stands in the way', async () => {
  const context = emptyHome()
  await load(context, [goodFile()], { release: true })
  await spoil(context, [`('N31807', 'T', 2021, '0114', 'Infinity'::DOUBLE, NULL)`])
  expect((await release(context)).lines.join('\n')).toContain('1 värden från tidigare inläsningar')
  expect(await stored(context)).toEqual([{ municipality: '0180', value: 6 }])
})

async function spoil({ home }: Context, rows: string[]): Promise<void> {
  const figures = await openFigures(home.figures)
  const told = `SELECT *, NULL::TEXT AS token, 'kolada' AS source, '2020-01-01T00:00:00.000Z' AS loaded_at
    FROM (VALUES ${rows.join(', ')}) AS row(indicator, sex, period, municipality, value, status)`
  await inTransaction(figures.connection, () => storeTold(figures.connection, 'figure', told))
  figures.close()
}
