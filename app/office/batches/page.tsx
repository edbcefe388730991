import type { Metadata } from 'next';
import { BatchList } from '@/components/batch/list';
import { NewBatch } from '@/components/batch/new-batch';
import { Masthead } from '@/components/office/masthead';
import { Person } from '@/components/office/person';
import { currentActor } from '@/lib/accounts/actor';
import { listBatches } from '@/lib/usecases/batches/show-batch';
import { isRefusal } from '@/lib/workflow/refusal';
import { turnAway } from '@/app/office/turn-away';

export const metadata: Metadata = { title: '批量核对' };

export default async function BatchesPage() {
  const actor = await currentActor();
  const batches = await listBatches(actor);
  if (isRefusal(batches)) turnAway(batches, '/office/batches');
  return (
    <>
      <Masthead agency="批量核对" person={<Person name={actor?.name ?? ''} role="" />} />
      <main className="board batches" id="main">
        <div className="work-head">
          <div>
            <h1>批量核对</h1>
            <p>一次交来许多份年度报告，逐份读取、核对，同批的互相比对，最后按机关列成一张表。只有您看得到。</p>
          </div>
        </div>
        <NewBatch />
        <BatchList batches={batches} />
      </main>
    </>
  );
}
