import type { Metadata } from 'next';
import { PreviewPage } from '@/components/office/preview';
import { currentActor } from '@/lib/accounts/actor';
import { previewReport } from '@/lib/usecases/writing/preview-report';
import { isRefusal } from '@/lib/workflow/refusal';
import { turnAway, yearOf } from '@/app/office/turn-away';

export const metadata: Metadata = { title: '预览' };

export default async function Preview({ params }: { params: Promise<{ agency: string; year: string }> }) {
  const { agency, year } = await params;
  const address = `/office/reports/${agency}/${year}`;
  const preview = await previewReport(await currentActor(), agency, yearOf(year));
  if (isRefusal(preview)) turnAway(preview, `${address}/preview`);
  return <PreviewPage preview={preview} address={address} />;
}
