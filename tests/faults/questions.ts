/** What people ask, mixed: pages, tables and files; always the same for the same seed. */
export async function questionsTo(url: string, count: number): Promise<string[]> {
  const ask = async (path: string) => (await fetch(`${url}/api/v1${path}`)).json()
  const { indicators } = await ask('/indicators?limit=130')
  const { municipalities } = await ask('/municipalities')
  const draw = drawing(1)
  const ids: string[] = indicators.map(({ id }: { id: string }) => id)
  const codes: string[] = municipalities.map(({ code }: { code: string }) => code)
  const kinds = [
    () => `/compare?indicator=${draw(ids)}&municipalities=${draw(codes)}&reference=${draw(GROUPS)}`,
    () => `/compare?indicator=${draw(ids)}&group=${draw(GROUPS)}&format=${draw(FORMATS)}`,
    () => `/trend?indicator=${draw(ids)}&municipalities=${draw(codes)},${draw(codes)}&reference=${draw(GROUPS)}`,
    () => `/profile?municipality=${draw(codes)}&reference=${draw(GROUPS)}`,
    () => `/standout?municipality=${draw(codes)}&reference=${draw(GROUPS)}`,
    () => `/matrix?group=${draw(GROUPS.slice(1))}`,
    () => `/relation?x=${draw(ids)}&y=${draw(ids)}`,
    () => `/similar?municipality=${draw(codes)}`,
    () => `/indicators?q=${draw(['barn', 'missbruk', 'kostnad', 'nöjd'])}&lang=${draw(['sv', 'en'])}`,
    () => `/aggregate?instrument=asi&measure=personer_grund&places=${draw(codes)}&periods=2023`,
    () => '/health',
  ]
  return Array.from({ length: count }, (_, number) => `/api/v1${kinds[number % kinds.length]!()}`)
}

const GROUPS = ['all', 'county-01', 'county-14', 'fou-nordvast', 'fou-sodertorn', 'skr-A1', 'skr-B3']
const FORMATS = ['json', 'csv', 'xlsx', 'parquet', 'arrow']

/** Draws one of several, the same ones in the same order for a seed (xorshift32). */
function drawing(seed: number): <T>(from: readonly T[]) => T {
  let state = seed
  return (from) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return from[(state >>> 0) % from.length]!
  }
}
