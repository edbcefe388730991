import type { Metadata } from 'next';
import { BatchScreen } from '@/components/batch/screen';
import { Masthead } from '@/components/office/masthead';
import { Person } from '@/components/office/person';
import { currentActor } from '@/lib/accounts/actor';
import { showBatch } from '@/lib/usecases/batches/show-batch';
import { isRefusal } from '@/lib/workflow/refusal';
import { turnAway } from '@/app/office/turn-away';

export const metadata: Metadata = { title: '批量核对' };

export default async function BatchPage({ params }: { params: Promise<{ batch: string }> }) {
  const { batch: id } = await params;
  const actor = await currentActor();
  const batch = await showBatch(actor, id);
  if (isRefusal(batch)) turnAway(batch, `/office/batches/${id}`);
  return (
    <>
      <Masthead agency="批量核对" person={<Person name={actor?.name ?? ''} role="" />} />
      <BatchScreen batch={batch} />
    </>
  );
}
