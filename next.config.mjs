// The CSP, which needs a nonce per request, is proxy.ts's.
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  // Browsers ignore it over http, so it needs no condition.
  { key: 'Strict-Transport-Security', value: 'max-age=31536000' },
]

/** What lib/certificates/reading/file-worker.mjs imports, and what that imports in turn. */
const certificateWorkerPackages = ['asn1js', '@peculiar/utils', 'node-forge']

/** @type {import('next').NextConfig} */
export default {
  // A lock file in a folder above ours would otherwise move the root, and with it the standalone folder's layout.
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  reactStrictMode: true,
  output: 'standalone',
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
  // PGlite runs in a worker that Next does not bundle, so its package must stay a package …
  serverExternalPackages: ['@electric-sql/pglite'],
  // … and be copied into the standalone folder together with the worker that imports it; likewise the worker that opens
  // certificate files, with the packages that it imports.
  outputFileTracingIncludes: {
    '/**': [
      './node_modules/@electric-sql/pglite/package.json',
      './node_modules/@electric-sql/pglite/dist/**/*',
      './lib/platform/storage/pglite-worker.mjs',
      './lib/certificates/reading/*.mjs',
      ...certificateWorkerPackages.flatMap((name) => [
        `./node_modules/${name}/**/package.json`,
        `./node_modules/${name}/**/*.js`,
      ]),
    ],
  },
}
