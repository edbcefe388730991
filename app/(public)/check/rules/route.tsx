import { RulesPage } from '@/components/public/rules';
import { chapters } from '@/lib/checks/catalogue';
import { showSite } from '@/lib/usecases/publishing/show-front';
import { answered, page } from '@/app/(public)/render';
import { styleSheet } from '@/app/(public)/style-sheet';

export const dynamic = 'force-dynamic';

export function GET(): Promise<Response> {
  return answered(async () =>
    page(<RulesPage site={await showSite()} styles={styleSheet().address} chapters={chapters} />),
  );
}
