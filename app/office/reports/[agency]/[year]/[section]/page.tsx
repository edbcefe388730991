import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Editor } from '@/components/editor/editor';
import { turnAway, yearOf } from '@/app/office/turn-away';
import { currentActor } from '@/lib/accounts/actor';
import { sectionIds } from '@/lib/statute/format';
import { formatFor } from '@/lib/statute/formats';
import { openReport } from '@/lib/usecases/writing/open-report';
import { isRefusal } from '@/lib/workflow/refusal';

interface Props {
  params: Promise<{ agency: string; year: string; section: string }>;
}

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year, section } = await params;
  const title = formatFor(Number(year))?.sections.find((one) => one.id === section)?.title;
  return { title: `${title ?? '报告'} · ${year} 年度报告` };
}

/** One of the six form pages. */
export default async function SectionPage({ params }: Props) {
  const { agency, year, section } = await params;
  if (!sectionIds.some((id) => id === section)) notFound();
  const base = `/office/reports/${agency}/${year}`;
  const view = await openReport(await currentActor(), agency, yearOf(year), new Date());
  if (isRefusal(view)) turnAway(view, `${base}/${section}`);
  return <Editor view={view} base={base} />;
}
