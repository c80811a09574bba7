import { defineConfig, type Plugin } from 'vite'

const api = `http://localhost:${process.env.PORT ?? 3000}`

const ZIP = 'write-excel-file/modules/zip/zipToArrayBuffer.js'
const WITH_WORKERS = "import { zip } from 'fflate'"
const AT_ONCE = "import { zipSync } from 'fflate'\nconst zip = (files, done) => done(null, zipSync(files))"

/** Workbooks are packed at once: of large ones the library makes a worker out of a text, which a strict content policy stops. */
const workbooksAtOnce: Plugin = {
  name: 'workbooks-at-once',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith(ZIP)) return null
    if (!code.includes(WITH_WORKERS)) this.error(`${ZIP} no longer says: ${WITH_WORKERS}`)
    return { code: code.replace(WITH_WORKERS, AT_ONCE), map: null }
  },
}

export default defineConfig({
  root: 'dashboards',
  plugins: [workbooksAtOnce],
  base: '/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // A strict content policy allows no data: scripts or fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rollupOptions: {
      input: { main: 'dashboards/index.html', offline: 'dashboards/offline/worker.ts' },
      // A worker is found again under its name, and rules over the folder that it lies in.
      output: {
        entryFileNames: ({ name }) => (name === 'offline' ? '[name].js' : 'assets/[name]-[hash].js'),
        // Words and findings that three pages or more share are one file: a page waits for each of its small ones.
        codeSplitting: { groups: [{ name: 'model', test: /\/data\/model\//, minShareCount: 3 }] },
      },
    },
  },
  server: { proxy: { '/api': api } },
})
