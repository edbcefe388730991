/** Names the session's cookie; with `__Secure-` in front when APP_URL is https. */
export const cookiePrefix = 'nianbao';
