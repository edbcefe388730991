import { publicPolicy } from './policy';

/** Logs what nobody expected under a number, and says the number to who asked, and nothing else of it. */
export function faultAnswer(error: unknown, as: 'json' | 'text'): Response {
  const fault = Math.random().toString(36).slice(2, 10);
  console.error(`Fault ${fault}:`, error);
  const message = `系统出现未预料的错误，编号 ${fault}。请稍后再试；如仍出现，请把编号告诉管理员。`;
  const headers = { 'cache-control': 'no-store', 'content-security-policy': publicPolicy };
  if (as === 'json') return Response.json({ fault, message }, { status: 500, headers });
  return new Response(`${message}\n`, {
    status: 500,
    headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
  });
}
