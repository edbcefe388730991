import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/store/database/database';
import { useTestDatabase } from '@/lib/store/database/test-database';
import type { CommandRequest } from '@/lib/workflow/protocol';
import type { Actor } from '@/lib/workflow/permissions';
import { carryOut } from './carry-out';
import { openReport } from '@/lib/usecases/writing/open-report';
import { publishedFile } from '@/lib/usecases/publishing/read-publication';
import { reviewReport } from './review-report';
import { saveEdits } from '@/lib/usecases/writing/save-edits';
import { arena, completeEdits, edit, move, now, paragraph, written, year, type Arena } from '@/lib/usecases/test/arena';
import { granted } from '@/lib/usecases/test/commands';

beforeAll(useTestDatabase);

const versionOf = async (place: Arena) => granted(await openReport(place.author, place.key, year, now)).head.version;

const say = (place: Arena, actor: Actor, command: CommandRequest) => carryOut(actor, place.key, year, command, now);

const licensing = 'disclosure.licensing.decisions';

describe('the way of a report', () => {
  it('goes from draft to publication by way of a return, and the sentence follows the table until then', async () => {
    const place = await arena();
    const sentence = paragraph(
      'overview',
      'a3',
      { text: '全年作出行政许可决定' },
      { figure: licensing },
      { text: '件。' },
    );
    await written(place, [...completeEdits({ [licensing]: '716' }), sentence]);
    granted(await move(place, place.author, { do: 'submit' }));

    granted(
      await say(place, place.reviewer, { do: 'comment', path: licensing, quote: '', text: '台账有 717 件，请核对。' }),
    );
    expect(await move(place, place.reviewer, { do: 'approve' })).toMatchObject({ refused: 'open-comments' });
    granted(await move(place, place.reviewer, { do: 'return', reason: '许可数与台账不一致' }));

    const view = granted(await openReport(place.author, place.key, year, now));
    const comment = view.comments[0]?.id ?? '';
    granted(await say(place, place.author, { do: 'reply', comment, text: '已改为 717。' }));
    granted(
      await saveEdits(
        place.author,
        place.key,
        year,
        { since: 0, edits: [edit(licensing, '717', view.draft.seen[licensing])] },
        now,
      ),
    );
    granted(await move(place, place.author, { do: 'submit' }));

    const review = granted(await reviewReport(place.reviewer, place.key, year, now));
    expect(review.changes.map((change) => [change.path, change.before, change.after])).toEqual([
      [licensing, '716', '717'],
    ]);
    expect(review.comments[0]?.replies[0]?.text).toBe('已改为 717。');
    granted(await say(place, place.reviewer, { do: 'settle', comment, settled: true }));
    granted(await move(place, place.reviewer, { do: 'approve' }));
    granted(await move(place, place.reviewer, { do: 'publish' }));

    const json = await publishedFile(`/reports/${place.key}/${year}/report.json`);
    const published = JSON.parse(json?.bytes.toString() ?? '{}') as {
      cells: Record<string, string>;
      sections: { overview: string };
      signature: { date: string };
    };
    expect(published.cells[licensing]).toBe('717');
    expect(published.sections.overview).toContain('全年作出行政许可决定717件。');
    expect(published.signature.date).toBe('2026-01-12');
    const page = await publishedFile(`/reports/${place.key}/${year}`);
    expect(page?.bytes.toString()).toContain(`data-cell="${licensing}"`);
    expect(page?.etag).toBe(
      `"${createHash('sha256')
        .update(page?.bytes ?? '')
        .digest('hex')}"`,
    );
    const history = granted(await openReport(place.author, place.key, year, now)).history;
    expect(history.map((event) => [event.type, event.by])).toEqual([
      ['started', '周敏'],
      ['submitted', '周敏'],
      ['returned', '李建国'],
      ['submitted', '周敏'],
      ['approved', '李建国'],
      ['published', '李建国'],
    ]);
    expect(history[2]?.reason).toBe('许可数与台账不一致');
    expect(
      await saveEdits(place.author, place.key, year, { since: 0, edits: [edit(licensing, '1')] }, now),
    ).toMatchObject({ refused: 'wrong-state' });
  });

  it('is stopped by an error that the server finds itself, and by a warning without a reason', async () => {
    const place = await arena();
    await written(
      place,
      completeEdits({ 'applications.received.naturalPerson': '8', 'applications.granted.naturalPerson': '7' }),
    );
    expect(await move(place, place.author, { do: 'submit' })).toMatchObject({ refused: 'has-errors' });
    const { draft } = granted(await openReport(place.author, place.key, year, now));
    const mend = edit('applications.granted.naturalPerson', '8', draft.seen['applications.granted.naturalPerson']);
    granted(await saveEdits(place.author, place.key, year, { since: 0, edits: [mend] }, now));
    expect(granted(await move(place, place.author, { do: 'submit' })).state).toBe('submitted');
  });

  it('does not let a stale tab decide', async () => {
    const place = await arena();
    await written(place);
    const stale = await versionOf(place);
    granted(await move(place, place.author, { do: 'submit' }));
    granted(await move(place, place.author, { do: 'recall' }));
    granted(await move(place, place.author, { do: 'submit' }));
    expect(await carryOut(place.reviewer, place.key, year, { do: 'approve', version: stale }, now)).toMatchObject({
      refused: 'stale-version',
    });
  });

  it('is published once however many press the button at once', async () => {
    const place = await arena();
    await written(place);
    granted(await move(place, place.author, { do: 'submit' }));
    granted(await move(place, place.reviewer, { do: 'approve' }));
    const version = await versionOf(place);
    const presses = await Promise.all(
      [1, 2, 3].map(() => carryOut(place.reviewer, place.key, year, { do: 'publish', version }, now)),
    );
    expect(presses.filter((press) => !('refused' in press))).toHaveLength(1);
    expect(await database().publication.count({ where: { agencyKey: place.key, year } })).toBe(1);
  });

  it('keeps a publication from being changed by anyone who has the database', async () => {
    const place = await arena();
    await written(place);
    granted(await move(place, place.author, { do: 'submit' }));
    granted(await move(place, place.reviewer, { do: 'approve' }));
    granted(await move(place, place.administrator, { do: 'publish' }));
    await expect(
      database().publication.updateMany({ where: { agencyKey: place.key }, data: { title: '别的' } }),
    ).rejects.toThrow('immutable');
    await expect(
      database().publicationFile.deleteMany({ where: { publication: { agencyKey: place.key } } }),
    ).rejects.toThrow('immutable');
  });

  it('is not published as anything else than what was submitted, whoever changed it in the database', async () => {
    const place = await arena();
    await written(place);
    granted(await move(place, place.author, { do: 'submit' }));
    granted(await move(place, place.reviewer, { do: 'approve' }));
    await database().draftValue.updateMany({
      where: { path: licensing, report: { agency: { key: place.key } } },
      data: { value: '7' },
    });
    await expect(move(place, place.reviewer, { do: 'publish' })).rejects.toThrow('changed in the database');
    await database().draftValue.updateMany({
      where: { path: licensing, report: { agency: { key: place.key } } },
      data: { value: '0' },
    });
    granted(await move(place, place.reviewer, { do: 'publish' }));
  });
});
