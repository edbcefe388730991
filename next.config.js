import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(fileURLToPath(import.meta.url));

// Strict-Transport-Security is set by the server in front: it depends on APP_URL, and these are fixed at build time.
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`; a start should not wait for them again.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root },
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  headers: () => Promise.resolve([{ source: '/:path*', headers }]),
};
