import { expect, test } from 'vitest'
import { load } from '../../../etl/commands/load.ts'
import { emptyHome, inRelease, temporaryFile } from '../../fixtures/home.ts'

test('a release of which some bases are loaded and others not is built', async () => {
  const context = emptyHome()
  const rows = ['N31825,0184,2021,T,5.25', 'N31814,0184,2021,T,8', 'N31824,0184,2021,T,400']
  const path = temporaryFile('k.csv', ['kpi,municipality,period,gender,value', ...rows, ''].join('\n'))
  expect((await load(context, [path], { release: true })).exit).toBe(0)
  expect(await inRelease(context, 'SELECT count(*)::INTEGER AS rows FROM value')).toEqual([{ rows: 3 }])
})
