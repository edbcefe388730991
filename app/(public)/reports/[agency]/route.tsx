import { AgencyPage } from '@/components/public/agency';
import { MissingPage } from '@/components/public/missing';
import { showAgency } from '@/lib/usecases/publishing/show-front';
import { answered, page } from '@/app/(public)/render';
import { styleSheet } from '@/app/(public)/style-sheet';

export const dynamic = 'force-dynamic';

export function GET(_request: Request, { params }: { params: Promise<{ agency: string }> }): Promise<Response> {
  return answered(async () => agencyPage((await params).agency));
}

async function agencyPage(key: string): Promise<Response> {
  const { site, entries } = await showAgency(key);
  const [latest, ...earlier] = entries;
  const styles = styleSheet().address;
  return latest === undefined
    ? page(<MissingPage site={site} styles={styles} />, 404)
    : page(<AgencyPage site={site} styles={styles} entries={[latest, ...earlier]} />);
}
