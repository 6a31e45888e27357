import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/assets/',
  publicDir: false,
  logLevel: 'warn',
  css: { preprocessorOptions: { scss: { style: 'compressed' } } },
  build: {
    // Sass has made it small already.
    cssMinify: false,
    outDir: 'bundle',
    assetsDir: '',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2022',
    modulePreload: false,
    // Small files stay files: the pages' policy lets nothing in from data addresses but pictures.
    assetsInlineLimit: 0,
    // What draws the linked views is large, and comes to their page alone.
    chunkSizeWarningLimit: 900,
    rolldownOptions: { input: ['main.scss', 'page.ts', 'explore.ts'], checks: { pluginTimings: false } },
  },
})
