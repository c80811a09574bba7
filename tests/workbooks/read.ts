import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { catalogue } from '../../data/catalogue/index.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import type { Mapping } from '../../data/model/workbook-mapping.ts'
import type { Finding } from '../../etl/check/report.ts'
import { DEFAULT_LIMITS, RefusedFile } from '../../etl/read/refused.ts'
import { readOj, type Understanding } from '../../etl/sources/oj/index.ts'
import type { Reading } from '../../etl/sources/reading.ts'

export interface Outcome {
  /** Values by `indicator sex year municipality`. */
  stored: Map<string, number>
  findings: Finding[]
  refused: boolean
  /** How it was understood, where it could be. */
  understanding: Understanding | null
}

/** Reads a workbook as the ETL does, into the memory instead of a store. */
export function readBook(folder: string, name: string, content: Buffer): Promise<Outcome> {
  const path = join(folder, name)
  writeFileSync(path, content)
  return readTable(path)
}

/** The same of a workbook, or a table as text, that is there already. @param mapping how it is to be read */
export async function readTable(path: string, mapping?: Mapping): Promise<Outcome> {
  const stored = new Map<string, number>()
  const findings: Finding[] = []
  const known = new Map<string, Indicator>(catalogue().indicatorById)
  const reading: Reading = {
    limits: DEFAULT_LIMITS,
    admitsUndescribed: false,
    known: (id) => known.get(id),
    everyKnown: () => known.values(),
    sets: null,
    declare: (indicator) => known.set(indicator.id, indicator),
    describe() {},
    group() {},
    survey() {},
    units: new Map(),
    unit() {},
    takeOfUnit: () => true,
    counted() {},
    found: (finding) => findings.push(finding),
    take({ indicator, sex, period, municipality, value }) {
      if (value !== null) stored.set([indicator, sex, period, municipality].join(' '), value)
    },
  }
  let understanding: Understanding | null = null
  try {
    understanding = await readOj(path, reading, { file: basename(path), ...(mapping && { givenFor: () => mapping }) })
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    findings.push({ row: null, column: null, rule: error.rule, severity: 'error', message: error.sv })
  }
  return { stored, findings, understanding, refused: findings.some(({ severity }) => severity === 'error') }
}
