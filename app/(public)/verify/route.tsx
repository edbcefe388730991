import { VerifyPage, type VerifyView } from '@/components/public/verify';
import { commonHeaders } from '@/lib/accounts/policy';
import { settings } from '@/lib/settings';
import { hashedUpload } from '@/lib/http/hashed-upload';
import { showSite } from '@/lib/usecases/publishing/show-front';
import { hashFrom, verifyHash } from '@/lib/usecases/publishing/verify-hash';
import { largestFile } from '@/lib/workflow/checked-file';
import { answered, page } from '@/app/(public)/render';
import { styleSheet } from '@/app/(public)/style-sheet';

export const dynamic = 'force-dynamic';

/** A hash that is asked for, or the empty form. */
export function GET(request: Request): Promise<Response> {
  return answered(async () => {
    const typed = (new URL(request.url).searchParams.get('hash') ?? '').trim().slice(0, 200);
    if (typed === '') return shown({});
    const hash = hashFrom(typed);
    return hash === null
      ? shown({ hash: typed, fault: 'no-hash' }, 400)
      : shown({ hash, found: await verifyHash(hash) });
  });
}

/**
 * A file that is handed in: hashed as it comes, kept nowhere. Whoever sends it changes nothing, so it may come from any
 * page.
 */
export function POST(request: Request): Promise<Response> {
  return answered(async () => {
    const upload = await hashedUpload(request, largestFile);
    if (typeof upload === 'string') return shown({ fault: upload }, upload === 'too-large' ? 413 : 400);
    return shown({ file: { name: upload.name }, found: await verifyHash(upload.sha256) });
  });
}

async function shown(view: Partial<VerifyView>, status = 200): Promise<Response> {
  const site = await showSite();
  const answer = await page(
    <VerifyPage
      view={{ site, styles: styleSheet().address, file: null, hash: '', found: null, fault: null, ...view }}
    />,
    status,
  );
  answer.headers.set('cache-control', 'no-store');
  // proxy.ts does not see this address.
  for (const [name, value] of Object.entries(commonHeaders(settings().appUrl.startsWith('https:'))))
    answer.headers.set(name, value);
  return answer;
}
