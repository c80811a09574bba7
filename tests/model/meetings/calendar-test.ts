import { expect, test } from 'vitest'
import { calendar } from '../../../data/model/meetings/calendar.ts'

const event = { uid: 'a1', date: '2026-03-01', summary: 'Åtgärd; klar, nu', description: 'rad ett\nrad två \\ slut' }

test('an event is escaped, dated and reminded of', () => {
  const text = calendar([event], 'Åtgärder', '2025-11-29T22:00:00.000Z')
  expect(text).toContain('\r\nDTSTART;VALUE=DATE:20260301\r\n')
  expect(text).toContain('\r\nDTSTAMP:20251129T220000Z\r\n')
  expect(text).toContain('SUMMARY:Åtgärd\\; klar\\, nu')
  expect(text).toContain('DESCRIPTION:rad ett\\nrad två \\\\ slut')
  expect(text).toContain('TRIGGER:-P14D')
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
})

test('no line is longer than 75 bytes, no letter is cut, and unfolded it is whole', () => {
  const long = 'Färdigställ återställ översyn '.repeat(20)
  const text = calendar([{ ...event, summary: long }], 'x', '2025-11-29T22:00:00.000Z')
  const lines = text.split('\r\n')
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(text).not.toContain('\ufffd')
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${long}`)
})
