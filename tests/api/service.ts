import { type Running, startServer } from '../../api/server.ts'
import { readSettings } from '../../data/settings.ts'
import type { Home } from '../../data/store/home.ts'

/** Starts the real service over a home, on a free port, silent. */
export function serve(home: Home, settings: Record<string, string> = {}): Promise<Running> {
  return startServer(readSettings({ JAMSIDES_HOME: home.root, PORT: '0', JAMSIDES_LOG: 'silent', ...settings }))
}
