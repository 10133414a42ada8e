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

/** @type {import('next').NextConfig} */
export default {
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
      './node_modules/@electric-sql/pglite/dist/**/*',
      './lib/platform/storage/pglite-worker.mjs',
      './lib/certificates/reading/*.mjs',
      './node_modules/{pkijs,asn1js,bytestreamjs,node-forge,tslib,@peculiar/utils,@noble/hashes}/**/*.{js,json}',
    ],
  },
}
