/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  output: 'standalone',
  // PGlite runs in a worker that Next does not bundle, so its package must stay a package …
  serverExternalPackages: ['@electric-sql/pglite'],
  // … and be copied into the standalone folder together with the worker that imports it.
  outputFileTracingIncludes: {
    '/**': ['./node_modules/@electric-sql/pglite/dist/**/*', './lib/platform/storage/pglite-worker.mjs'],
  },
}
