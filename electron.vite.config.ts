import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { numberZones } from './tools/number-zones.mjs'

export default defineConfig({
  main: {
    build: {
      target: 'node20',
      rollupOptions: {
        input: { main: 'electron/main.ts', 'browser-host': 'electron/browser-host.ts', 'hub-host': 'electron/hub-host.ts' },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: { input: 'electron/preload.ts', output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react({ compiler: { compilationMode: 'annotation' } }), tailwindcss(), numberZones()],
    // Dexie's own build for browsers as new as ours: its default one is for those before 2017.
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    build: {
      target: 'chrome140',
      minify: true,
      chunkSizeWarningLimit: 800,
      rollupOptions: {
        input: 'renderer/index.html',
        // What the first window loads is one file, and what a promised call adds to it another: in many it compresses worse.
        output: {
          codeSplitting: {
            groups: [
              { name: 'first-window', tags: ['$initial'] },
              { name: 'promises', test: /renderer\/app\/(callback-run|alarm-bar)\.tsx?$/ },
            ],
          },
        },
      },
    },
  },
})
