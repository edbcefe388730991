'use client';

import { useId, useState, type ReactNode } from 'react';
import { Ask } from '@/components/ui/ask';
import type { DraftMade, DraftOffer } from '@/lib/workflow/draft-offer';
import type { Checked } from './items';
import { askDraft } from './send';

/** Who looks at the page, and the agencies whose reports this person writes. */
export interface Author {
  readonly person: string;
  readonly agencies: readonly { readonly key: string; readonly name: string }[];
}

/** Makes the report that was read the draft of the author's agency; what would happen is said first. */
export function MakeDraft({ item, author }: { item: Checked; author: Author }) {
  const id = useId();
  const { report } = item.file;
  const own = author.agencies.find(({ name }) => name === report.agency.replace(/\s/g, '')) ?? author.agencies[0];
  const [agency, setAgency] = useState(own?.key ?? '');
  const [offer, setOffer] = useState<DraftOffer | null>(null);
  const [said, setSaid] = useState<ReactNode>('');
  const [busy, setBusy] = useState(false);

  const look = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setSaid('');
    const answer = await askDraft<DraftOffer>(author.person, { do: 'look', agency, report });
    setBusy(false);
    if (answer.is === 'answer') setOffer(answer.value);
    else setSaid(`${answer.sentence}。`);
  };
  const make = async (seen: DraftOffer['standing']): Promise<void> => {
    setBusy(true);
    const answer = await askDraft<DraftMade>(author.person, { do: 'make', agency, report, seen });
    setBusy(false);
    setOffer(null);
    setSaid(answer.is === 'answer' ? <Made made={answer.value} /> : `${answer.sentence}。`);
  };

  return (
    <div className="make-draft">
      {author.agencies.length < 2 ? null : (
        <>
          <label className="field-label" htmlFor={id}>
            填入哪个机关的报告
          </label>
          <select className="select" id={id} value={agency} onChange={(event) => setAgency(event.target.value)}>
            {author.agencies.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
      <button type="button" className="button main" aria-disabled={busy || undefined} onClick={() => void look()}>
        作为 {report.year} 年度草稿
      </button>
      <div role="status">{said}</div>
      {offer === null ? null : (
        <Offer offer={offer} busy={busy} close={() => setOffer(null)} make={() => void make(offer.standing)} />
      )}
    </div>
  );
}

function Made({ made }: { made: DraftMade }) {
  return (
    <p>
      已填入 {made.cells} 格。{made.conflicts === 0 ? '' : `有 ${made.conflicts} 处刚刚有人写过，没有改动。`}
      <a href={made.address}>打开草稿</a>
    </p>
  );
}

/** How many lines of a list are shown before it is cut. */
const most = 8;

function Offer({
  offer,
  busy,
  close,
  make,
}: {
  offer: DraftOffer;
  busy: boolean;
  close: () => void;
  make: () => void;
}) {
  const { standing, agency, year, otherAgency, cells, sections, kept, noPlace } = offer;
  const nothing = cells === 0 && sections.length === 0;
  return (
    <Ask
      open
      onClose={close}
      title={`填入${agency} ${year} 年度报告`}
      decline="不填"
      act={otherAgency === null ? words[standing] : `仍然${words[standing]}`}
      held={busy || nothing}
      onAct={make}
    >
      {otherAgency === null ? null : (
        <p className="banner warning">
          文件写的是“{otherAgency === '' ? '（没有机关名称）' : otherAgency}”，不是“{agency}”，请确认没有选错文件。
        </p>
      )}
      <p>{says[standing]}</p>
      <p>
        {nothing
          ? '没有可以填入的内容。'
          : `将填入 ${cells} 格数字${sections.length === 0 ? '' : `，以及：${sections.join('；')}`}。`}
      </p>
      <Lines title="草稿里已有、保持不动的" texts={kept} />
      <Lines title="没有地方放、不会填入的" texts={noPlace} />
    </Ask>
  );
}

const words = { none: '新建并填入', untouched: '填入', begun: '只填空着的' } as const;
const says = {
  none: '这一年度还没有报告，将新建一份草稿。',
  untouched: '这一年度的草稿还没有人写过。',
  begun: '这一年度的草稿已经有人写过。只填空着的格和没有文字的部分，已有的一律不动。',
} as const;

function Lines({ title, texts }: { title: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <div>
      <h3>
        {title}（{texts.length} 处）
      </h3>
      <ul>
        {texts.slice(0, most).map((text) => (
          <li key={text}>{text}</li>
        ))}
        {texts.length > most ? <li>等</li> : null}
      </ul>
    </div>
  );
}
