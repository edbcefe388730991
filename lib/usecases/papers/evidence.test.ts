import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/store/database/database';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { SCAN_HEADER } from '@/lib/workflow/papers';
import { evidenceOverHttp } from '@/lib/http/evidence-over-http';
import { fileEvidence } from './file-evidence';
import { openPapers } from './open-papers';
import { openReport } from '@/lib/usecases/writing/open-report';
import { readEvidence } from './read-evidence';
import { move, now, year, type Arena } from '@/lib/usecases/test/arena';
import { granted } from '@/lib/usecases/test/commands';
import { explained, facts, pdf } from '@/lib/usecases/test/papers-arena';

beforeAll(useTestDatabase);

describe('evidence of approval', () => {
  it('is filed once with who signed and the day on paper, is listed and read back, and stands for ever', async () => {
    const place = await explained();
    expect(
      await fileEvidence(place.author, place.key, year, { name: 'x.pdf', bytes: pdf('1') }, facts, now),
    ).toMatchObject({ refused: 'wrong-state' });
    granted(await move(place, place.author, { do: 'submit' }));
    const { id } = granted(
      await fileEvidence(place.reviewer, place.key, year, { name: 'C:\\扫描\\签批.PDF', bytes: pdf('1') }, facts, now),
    );
    expect(
      await fileEvidence(place.author, place.key, year, { name: 'y.pdf', bytes: pdf('1') }, facts, now),
    ).toMatchObject({ refused: 'exists' });
    expect(granted(await openPapers(place.administrator, place.key, year)).evidence).toMatchObject([
      {
        id,
        number: 1,
        name: '签批.pdf',
        submission: 1,
        signedBy: '陈局长',
        signedOn: '2026-01-11',
        by: '李建国',
        replaces: null,
        replacedBy: null,
      },
    ]);
    expect(granted(await readEvidence(place.administrator, place.key, year, id))).toMatchObject({
      name: '签批.pdf',
      type: 'application/pdf',
    });
    expect(await readEvidence(place.foreigner, place.key, year, id)).toMatchObject({ refused: 'not-permitted' });
    expect(await readEvidence(place.author, place.key, year, 'none')).toMatchObject({ refused: 'not-found' });
    await expect(database().evidence.update({ where: { id }, data: { signedBy: '别人' } })).rejects.toThrow();
    await expect(database().evidence.delete({ where: { id } })).rejects.toThrow();
    expect(await database().logEntry.count({ where: { kind: 'Evidence', subject: id } })).toBe(1);
  });

  it('that was wrong gives way to another, once and with a reason; both stay', async () => {
    const place = await explained();
    granted(await move(place, place.author, { do: 'submit' }));
    const { id } = granted(
      await fileEvidence(place.author, place.key, year, { name: 'a.pdf', bytes: pdf('a') }, facts, now),
    );
    const again = (text: string, note: string) =>
      fileEvidence(
        place.author,
        place.key,
        year,
        { name: 'b.pdf', bytes: pdf(text) },
        { ...facts, note, replaces: id },
        new Date(now.getTime() + 1),
      );
    expect(await again('b', '')).toMatchObject({ refused: 'reason-missing' });
    granted(await again('b', '漏扫第二页'));
    expect(await again('c', '又错')).toMatchObject({ refused: 'exists' });
    expect(granted(await openPapers(place.author, place.key, year)).evidence).toMatchObject([
      { number: 1, replacedBy: 2 },
      { number: 2, replaces: 1, note: '漏扫第二页' },
    ]);
  });

  it('is refused when it is no scan, signed in days to come, or filed by whoever may not', async () => {
    const place = await explained();
    granted(await move(place, place.author, { do: 'submit' }));
    const file = (actor: Arena['author'] | null, bytes: Uint8Array, signedOn = '2026-01-12') =>
      fileEvidence(actor, place.key, year, { name: 'a.pdf', bytes }, { ...facts, signedOn }, now);
    expect(await file(place.author, new TextEncoder().encode('<html></html>'))).toMatchObject({ refused: 'bad-input' });
    expect(await file(place.author, new Uint8Array())).toMatchObject({ refused: 'bad-input' });
    expect(await file(place.author, pdf('x'), '2026-01-13')).toMatchObject({ refused: 'bad-input' });
    expect(await file(place.author, Buffer.concat([pdf('x'), Buffer.alloc(20 * 1024 * 1024)]))).toMatchObject({
      refused: 'bad-input',
    });
    expect(await file(place.administrator, pdf('x'))).toMatchObject({ refused: 'not-permitted' });
    expect(await file(place.foreigner, pdf('x'))).toMatchObject({ refused: 'not-permitted' });
    expect(await file(null, pdf('x'))).toMatchObject({ refused: 'not-signed-in' });
    granted(await file(place.author, Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)));
  });

  it('comes over HTTP from our own page only, its facts in a header', async () => {
    const place = await explained();
    granted(await move(place, place.author, { do: 'submit' }));
    const post = (headers: Record<string, string>) =>
      evidenceOverHttp(
        new Request('http://nianbao.test/office/reports/x/2025/papers/evidence', {
          method: 'POST',
          body: Uint8Array.from(pdf('x')),
          headers: { 'sec-fetch-site': 'same-origin', ...headers },
        }),
        Promise.resolve(place.author),
        place.key,
        year,
        now,
      );
    const header = { [SCAN_HEADER]: encodeURIComponent(JSON.stringify(facts)) };
    expect((await post({ ...header, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post({ ...header, 'x-nianbao-person': '00000000-0000-4000-8000-000000000000' })).status).toBe(403);
    expect((await post({})).status).toBe(422);
    expect(
      (await post({ [SCAN_HEADER]: encodeURIComponent(JSON.stringify({ ...facts, signedBy: '  ' })) })).status,
    ).toBe(422);
    expect((await post(header)).status).toBe(200);
  });

  it('is not taken in without end', async () => {
    const place = await explained();
    granted(await move(place, place.author, { do: 'submit' }));
    const { head } = granted(await openReport(place.author, place.key, year, now));
    const row = {
      reportId: head.id,
      submission: 1,
      name: 'a.pdf',
      contentType: 'application/pdf',
      size: 1,
      bytes: Uint8Array.of(1),
      signedBy: '陈局长',
      signedOn: '2026-01-11',
      filedById: place.author.id,
      filedBy: '周敏',
      filedAt: now,
    };
    await database().evidence.createMany({
      data: Array.from({ length: 50 }, (_, index) => ({ ...row, sha256: String(index) })),
    });
    expect(
      await fileEvidence(place.author, place.key, year, { name: 'z.pdf', bytes: pdf('z') }, facts, now),
    ).toMatchObject({ refused: 'too-many' });
  });
});
