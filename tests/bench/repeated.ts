import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asked, connections } from './asking.ts'
import { held, type Measured, measured } from './measure.ts'
import { type Service, startService } from './service.ts'

const CLIENTS = 32
const SECONDS = 6
const QUESTION = '/api/v1/compare?indicator=N31814&group=fou-nordvast'
const GOAL = 0.7

/** The same question by many at once, against Express that gives the same bytes out of memory. */
export async function benchRepeated(service: Service, folder: string): Promise<Measured> {
  const body = await (await fetch(service.url + QUESTION)).arrayBuffer()
  const file = join(folder, 'answer.json')
  writeFileSync(file, Buffer.from(body))
  const express = await startService(['tests/bench/express-peer.ts', file], {})
  try {
    const rates = { ours: 0, theirs: 0 }
    // In turns, so that what else the machine does falls on both.
    for (let turn = 0; turn < 3; turn++) {
      rates.theirs += (await answersIn(express.url)) / 3
      rates.ours += (await answersIn(service.url + QUESTION)) / 3
    }
    const row = measured('a question repeated', `${CLIENTS} at once`, rates.ours, 'Express, same bytes', rates.theirs)
    return { ...held(row, `≥ ${GOAL}`, row.ratio >= GOAL), unit: 'a second' }
  } finally {
    await express.stop()
  }
}

/** How many answers a second so many clients get, each asking again as soon as it has one. */
async function answersIn(address: string): Promise<number> {
  const agent = connections(CLIENTS)
  const until = performance.now() + SECONDS * 1000
  let answers = 0
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (performance.now() < until) {
        await asked(address, agent)
        answers++
      }
    }),
  )
  agent.destroy()
  return answers / SECONDS
}
