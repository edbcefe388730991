import type { ReactElement } from 'react';
import { faultAnswer } from '@/lib/accounts/fault';

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What a public address answers; what nobody expected is answered with the number under which it is logged. */
export async function answered(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return faultAnswer(error, 'text');
  }
}

/** A script-free page from hook-free components. The renderer is imported late: Next forbids it in its own bundle. */
export async function page(element: ReactElement, status = 200): Promise<Response> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  return new Response(`<!DOCTYPE html>${renderToStaticMarkup(element)}`, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': status === 200 ? 'public, max-age=0, must-revalidate' : 'no-store',
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    },
  });
}
