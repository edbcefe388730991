/** Where to go after signing in: a page of the same origin, else the office's first. */
export function nextPage(asked: string | null | undefined): string {
  const home = '/office';
  if (!asked || asked.length > 500 || !/^\/(?![/\\])/.test(asked) || /[\\\u0000-\u001f]/.test(asked)) return home;
  const origin = 'http://nianbao.invalid';
  if (!URL.canParse(asked, origin)) return home;
  const url = new URL(asked, origin);
  const within = url.origin === origin && !url.pathname.startsWith('//') && !url.pathname.startsWith('/login');
  return within ? `${url.pathname}${url.search}${url.hash}` : home;
}

/** The sign-in page that leads back to where somebody wanted to go. */
export function signInPage(pathAndSearch: string): string {
  return `/login?next=${encodeURIComponent(pathAndSearch)}`;
}
