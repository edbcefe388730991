import type { PictureStore } from '@/components/prose/inserts/picture-store';
import { largestPicture, PERSON_HEADER, type PictureAdded } from '@/lib/workflow/protocol';
import { isRefusal } from '@/lib/workflow/refusal';

const unreachable = '现在连不上服务器，图片没有插入；图片和替代文字都留在这里，连上以后再按“插入”。';

/** The pictures of one report over HTTP (lib/workflow/protocol.ts); `person` is the id of who opened the page. */
export function httpPictures(agency: string, year: number, person: string): PictureStore {
  const base = `/office/reports/${agency}/${year}/pictures`;
  return {
    addressOf: (sha256) => `${base}/${sha256}`,
    add: async (file) => {
      if (file.size > largestPicture)
        return { sentence: `图片超过 ${largestPicture / 1024 / 1024} MB，请用看图软件缩小后再插入。` };
      if (!navigator.onLine) return { sentence: unreachable };
      try {
        const response = await fetch(base, {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream', [PERSON_HEADER]: person },
          body: file,
          signal: AbortSignal.timeout(60_000),
        });
        const value: unknown = await response.json();
        if (response.ok) return value as PictureAdded;
        return { sentence: isRefusal(value) ? `${value.message}。` : unreachable };
      } catch {
        return { sentence: unreachable };
      }
    },
  };
}
