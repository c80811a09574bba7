import { defineConfig } from 'vite'

const api = `http://localhost:${process.env.PORT ?? 3000}`

export default defineConfig({
  root: 'dashboards',
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
      output: { entryFileNames: ({ name }) => (name === 'offline' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { proxy: { '/api': api } },
})
