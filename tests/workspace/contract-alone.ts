import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { homeAt } from '../../data/store/home.ts'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { contract } from './contract.ts'

/** Runs the contract on SQLite without a test runner, for a Node that is not the one the tests run on. */
for (const [promise, keep] of Object.entries(contract)) {
  const place = { home: homeAt(mkdtempSync(join(tmpdir(), 'jamsides-alone-'))), database: '' }
  const workspace = await openWorkspace(place)
  await keep(workspace, place)
  await workspace.close()
  rmSync(place.home.root, { recursive: true })
  console.log(`kept: ${promise}`)
}
