/** The headers that keep a page to itself. Content Security Policy Level 3, https://www.w3.org/TR/CSP3/ */

/**
 * For pages and files without any script: nothing runs, nothing is loaded but our own style sheets, fonts and pictures.
 */
export const publicPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** For files that are handed out to be kept: whatever they hold, nothing of it runs as a page of ours. */
export const downloadPolicy =
  "default-src 'none'; sandbox; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

/** For pages of the staff: only scripts that carry this request's nonce, and what those load. */
export function staffPolicy(nonce: string, developing: boolean): string {
  return [
    "default-src 'self'",
    // Hot reload evaluates code and writes style elements of its own.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    developing ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** What stands beside the policy on every answer. */
export function commonHeaders(secure: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    // Not `no-referrer`: a browser then sends `Origin: null` with our own forms.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'x-frame-options': 'DENY',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
