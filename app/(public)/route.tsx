import { FrontPage } from '@/components/public/front';
import { frontQuery } from '@/components/public/query';
import { showFront } from '@/lib/usecases/publishing/show-front';
import { answered, page } from './render';
import { styleSheet } from './style-sheet';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answered(() => list(request));
}

async function list(request: Request): Promise<Response> {
  const query = frontQuery(new URL(request.url).searchParams);
  const front = await showFront({
    query: query.words,
    year: query.year,
    kind: query.kind,
    agency: null,
    after: query.after,
  });
  return page(<FrontPage view={{ ...front, query, styles: styleSheet().address }} />);
}
