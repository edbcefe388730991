import { insertLimits } from '@/lib/report/insert';
import { picturesIn, picturesOf, storePicture } from '@/lib/store/reports/pictures';
import { loadDraft, lockReport, standingOf } from '@/lib/store/reports/reports';
import { transaction } from '@/lib/store/database/transaction';
import { may, type Actor } from '@/lib/workflow/permissions';
import type { PictureAdded } from '@/lib/workflow/protocol';
import { refuse, type Refusal } from '@/lib/workflow/refusal';
import { maySend } from '@/lib/usecases/writing/may-send';
import { reencoded } from './picture-encoding';
import { expired, noSuchReport } from '@/lib/usecases/sentences';

/** Pictures that a report keeps, those included that were taken out of its prose again: undo brings them back. */
const mostKept = 100;

/**
 * Takes a picture in for the prose of a draft, re-encoded; the edit that puts it there names its hash. Refuses with
 * `not-signed-in`, `not-permitted`, `wrong-state`, `not-found`, and `bad-input` for what is no picture or one too many.
 */
export async function addPicture(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  bytes: Uint8Array,
  now: Date,
): Promise<PictureAdded | Refusal> {
  const refusal = await maySend(actor, 'edit', agencyKey, year);
  if (refusal !== null || actor === null) return refusal ?? expired();
  const picture = await reencoded(bytes);
  if (picture === null)
    return refuse(
      'bad-input',
      '这不是能用的图片：只收 PNG、JPEG，且不超过 4000 万像素；请用看图软件另存为 JPEG 再插入',
    );
  return transaction(async (tx) => {
    const report = await lockReport(tx, agencyKey, year);
    if (report === null) return noSuchReport();
    const late = may(actor, 'edit', standingOf(report, []));
    if (late !== null) return late;
    const kept = await picturesOf(tx, report.id);
    if (!kept.has(picture.sha256) && kept.size >= mostKept)
      return refuse('bad-input', `这份报告先后插入过 ${mostKept} 张图片，不能再增加，请与系统管理员联系`);
    if (picturesIn(await loadDraft(tx, report)).length >= insertLimits.pictures) return tooManyPictures();
    await storePicture(tx, report.id, picture, actor.id, now);
    const { sha256, contentType, width, height } = picture;
    return { sha256, contentType, width, height };
  });
}

export const tooManyPictures = (): Refusal =>
  refuse('bad-input', `一份报告最多 ${insertLimits.pictures} 张图片，请先去掉一张`);
