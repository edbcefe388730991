/** Browsers ask for this address on their own, also from published pages, which name no icon. */
export function GET(): Response {
  return new Response(null, {
    status: 308,
    headers: { Location: '/icon.svg', 'Cache-Control': 'public, max-age=86400' },
  });
}
