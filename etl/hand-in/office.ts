import type { Settings } from '../../data/settings.ts'
import type { Home } from '../../data/store/home.ts'
import type { Workspace } from '../../data/workspace/workspace.ts'

/** What the clerk and those who help work with. */
export type Office = { home: Home; settings: Settings; workspace: Workspace }
