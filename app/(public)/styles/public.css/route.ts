import { styleSheet } from '@/app/(public)/style-sheet';

export function GET(request: Request): Response {
  const { text, address } = styleSheet();
  const current = address.endsWith(new URL(request.url).search);
  return new Response(text, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': current ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
